import { viewOf } from "../../../region/properties/view";
import type { Finding } from "../../../region/rules/rule";
import { View } from "../../../region/properties/view";
import { scaleSetRules } from "../../../region/rules/scale-set/scale-set";
import { Edit, edits, set } from "../edits";
import { fakeRegion } from "../fake-region";
import { scaleSetId, scaleSetNeighbours, validScaleSet } from "../valid/scale-set";

const linux = "virtualMachineProfile.osProfile.linuxConfiguration";
const secret = "do-not-show-this";

/** Everything that a message could show of what was found, as one text. */
function shownOf(change: Edit): string {
  const scaleSet = validScaleSet();
  change(scaleSet);
  const found = scaleSetRules.flatMap((rule) => [...rule.check(viewOf(scaleSet), fakeRegion(scaleSetId, scaleSetNeighbours()))]);
  return JSON.stringify(found.map((finding): Finding => (finding instanceof View ? { at: finding } : finding)));
}

describe("what a finding shows", () => {
  it.each<[string, Edit]>([
    [
      "a password",
      edits(set(`${linux}.disablePasswordAuthentication`, false), set("virtualMachineProfile.osProfile.adminPassword", secret)),
    ],
    ["a private key", set(`${linux}.ssh.publicKeys[0].keyData`, `-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}`)],
    ["custom data", set("virtualMachineProfile.osProfile.customData", secret)],
    ["user data", set("virtualMachineProfile.userData", secret)],
  ])("is the length of %s and not the text", (_, change) => {
    const shown = shownOf(change);
    expect(shown).toContain("a text of");
    expect(shown).not.toContain(secret);
  });
});
