import type { SettingKey, Values } from "../declarations";
import { maximumUserDataBytes } from "../../../azure/facts/scale-set-limits";
import type { ReadFile } from "../files";
import { holdsPrivateKey } from "../../../azure/facts/private-key";
import type { Problems } from "../problems";

/** Makes Debian's stock image into a web server; a tested image is one already. */
export const marketplaceUserDataFile = "image/marketplace-user-data.sh";

const marketplacePort = 80;
const marketplacePaths = ["/", "/healthz", "/readyz"];

/** Without an image, only what the marketplace's user data sets up answers the probes; with other settings, instances would be replaced for ever. */
export function checkMarketplaceUserData(values: Values, problems: Problems): void {
  if (values.imageId !== "" || values.userDataFile !== "") {
    return;
  }
  const fix = "give your own imageId or userDataFile, or leave it out";
  if (values.backendPort !== marketplacePort) {
    const allowed = `${marketplacePort}, where ${marketplaceUserDataFile} has the web server listen`;
    problems.add("backendPort", values.backendPort, allowed, fix);
  }
  for (const key of ["readinessPath", "livenessPath"] satisfies SettingKey[]) {
    if (!marketplacePaths.includes(values[key])) {
      problems.add(key, values[key], `${marketplacePaths.join(", ")}, which ${marketplaceUserDataFile} answers`, fix);
    }
  }
}

/** The user data in base64, or undefined if there is to be none, or after its problem was added. */
export function readUserData({ userDataFile, imageId }: Values, readFile: ReadFile, problems: Problems): string | undefined {
  const path = userDataFile !== "" ? userDataFile : imageId === "" ? marketplaceUserDataFile : undefined;
  if (path === undefined) {
    return undefined;
  }
  const result = readFile(path);
  if ("fault" in result) {
    problems.add("userDataFile", path, "a file that can be read", `${result.fault}; write its path from the program's folder`);
    return undefined;
  }
  const { bytes } = result;
  if (bytes.length === 0 || bytes.length > maximumUserDataBytes) {
    const fix = bytes.length === 0 ? "put a script or cloud-config in it" : "have a short script fetch the rest, or put it in the image";
    problems.add("userDataFile", path, `1 to ${maximumUserDataBytes} bytes; this file has ${bytes.length}`, fix);
    return undefined;
  }
  if (holdsPrivateKey(bytes.toString("latin1"))) {
    problems.add(
      "userDataFile",
      path,
      "no secrets: every process on an instance can read its user data",
      "fetch the private key at boot, from a key vault, as the identity in identityId",
    );
    return undefined;
  }
  return bytes.toString("base64");
}

/** cloud-init runs user data once on an instance, so an upgrade in place changes that of the model and runs nothing (learn.microsoft.com/azure/virtual-machines/user-data). */
export function warnOfUpgradesInPlace({ maxSurge }: Values, userData: string | undefined, warnings: string[]): void {
  if (!maxSurge && userData !== undefined) {
    warnings.push(
      "maxSurge false: instances are upgraded in place, and those that are there never run new user data. After a change of it reimage them, one after the other: az vmss reimage --instance-ids; or leave maxSurge true.",
    );
  }
}
