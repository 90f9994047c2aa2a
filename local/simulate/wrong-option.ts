/** An option that cannot be used, in the four parts that let a person fix it. */
export class WrongOption extends Error {
  constructor(option: string, given: string, allowed: string, fix: string) {
    super([option, `  given:   ${given}`, `  allowed: ${allowed}`, `  fix:     ${fix}`].join("\n"));
  }
}
