/** An option that cannot be used, in the four parts that let a person mend it. */
export class WrongOption extends Error {
  constructor(option: string, given: string, allowed: string, mend: string) {
    super([option, `  given:   ${given}`, `  allowed: ${allowed}`, `  to mend: ${mend}`].join("\n"));
  }
}
