import { ecdsaKey, ed25519Key, mislabelledKey, rsaKey } from "../../azure/test/support/ssh-keys";
import { describeProblems } from "../../src/settings/problems";
import { argsOf, check, publicKey, refusedPaths } from "../support/settings";

const problemOf = (key: string, files: Record<string, string> = {}) => describeProblems(check({ sshPublicKeys: [key] }, files).problems);

describe("an SSH public key", () => {
  it("may be Ed25519, with a comment or without", () => {
    expect(argsOf({ sshPublicKeys: [publicKey] }).scaleSet.sshPublicKeys).toEqual([publicKey]);
    expect(refusedPaths({ sshPublicKeys: [publicKey.replace(" test", "")] })).toEqual([]);
  });

  it.each([2048, 4096])("may be RSA of %i bits", (bits) => {
    expect(refusedPaths({ sshPublicKeys: [rsaKey(bits)] })).toEqual([]);
  });

  it.each([2047, 1024])("must not be RSA of %i bits", (bits) => {
    expect(problemOf(rsaKey(bits))).toContain(`this RSA key has ${bits} bits`);
  });

  it.each([ecdsaKey(), ecdsaKey().replace("ecdsa-sha2-nistp256", "ssh-rsa2")])("must not be of another type: %s", (key) => {
    expect(problemOf(key)).toContain("make a key of a type that Azure takes");
  });

  it.each([
    ["cut short", publicKey.slice(0, 60)],
    ["of another type inside than outside", mislabelledKey()],
    ["with too few bytes", ed25519Key(31)],
    ["without a key", "ssh-ed25519 "],
  ])("must not be one %s", (_, line) => {
    expect(problemOf(line)).toContain("this one is damaged");
  });

  it("must be there", () => {
    expect(refusedPaths({ sshPublicKeys: [] })).toEqual(["sshPublicKeys"]);
  });

  it("is refused by its place among several", () => {
    expect(refusedPaths({ sshPublicKeys: [publicKey, rsaKey(1024), publicKey] })).toEqual(["sshPublicKeys[1]"]);
  });
});

describe("the file of an SSH public key", () => {
  it("gives the key without the line's end", () => {
    expect(argsOf({ sshPublicKeys: ["keys/me.pub"] }, { "keys/me.pub": `${publicKey}\n` }).scaleSet.sshPublicKeys).toEqual([publicKey]);
  });

  it("must be there", () => {
    expect(problemOf("~/.ssh/missing.pub")).toContain('given:   "~/.ssh/missing.pub"');
  });

  it("must hold one key", () => {
    expect(problemOf("two.pub", { "two.pub": `${publicKey}\n${publicKey}\n` })).toContain("one key on one line");
    expect(problemOf("none.pub", { "none.pub": "\n" })).toContain("none.pub");
  });

  it("must not be that of the private key", () => {
    const text = problemOf("id_ed25519", { id_ed25519: "-----BEGIN OPENSSH PRIVATE KEY-----\nhush\n" });
    expect(text).toContain("name the .pub file beside it");
    expect(text).not.toContain("hush");
  });
});

describe("the private key for sshCommand", () => {
  const identityFile = (...sshPublicKeys: string[]) =>
    argsOf({ sshPublicKeys }, { "~/.ssh/work.pub": publicKey, "keys/team": publicKey }).sshIdentityFile;

  it("is the one beside the first public key that is given as a file", () => {
    expect(identityFile(publicKey, "~/.ssh/work.pub")).toBe("~/.ssh/work");
  });

  it("is left to ssh where the settings do not tell", () => {
    expect(identityFile(publicKey)).toBeUndefined();
    expect(identityFile("keys/team")).toBeUndefined();
  });
});

describe("a private key pasted by mistake", () => {
  const body = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW";
  const pem = `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----`;

  it.each([
    ["in PEM", pem],
    ["in PEM on one line", pem.replaceAll("\n", " ")],
    ["in PuTTY's format", `PuTTY-User-Key-File-3: ssh-ed25519\n${body}`],
    ["without its first line", body],
    ["after a public key", `${publicKey}\n${pem}`],
  ])("%s is refused and not shown", (_, key) => {
    const text = problemOf(key);
    expect(text).toContain("(a private key, not shown)");
    expect(text).not.toContain(body.slice(0, 12));
  });

  it("is not shown where a list is expected either", () => {
    const text = describeProblems(check({ sshPublicKeys: pem }).problems);
    expect(text).toContain("a list of texts");
    expect(text).not.toContain(body.slice(0, 12));
  });

  it("is not shown when it is only a line of base64", () => {
    const line = "QyNTUxOQAAACBg1yLw2kq0rYpq0jRZq9J3yqVh3pVZtqB8m0X1u5o7ygAAAJhJ1u5oSd";
    expect(problemOf(line)).not.toContain(line);
  });
});
