import type { Path } from "./path";

/**
 * The names of properties that hold passwords, keys, scripts with either in them, or addresses that let whoever knows them in. Many
 * programs do not mark these as secret, and what is written as one of them may be another: a private key where a public one belongs.
 */
const confidentialNames =
  /(password|passphrase|secret|token|credential|customData|userData|keyData|protectedSettings|additionalUnattendContent|serviceUri|callbackUrl|httpTriggerUrl)s?$/i;

/** True where no message may show the texts at a place, whether the program marks them as secret or not. */
export function isConfidential(path: Path): boolean {
  return path.some((step) => typeof step === "string" && confidentialNames.test(step));
}
