import { cloudConfiguration, type Seed, seedFiles } from "../../../region/podman/machines/seed";
import { proves } from "../../support/proves";

const seed: Seed = { vmId: "id-1", computerName: "web000000", adminUsername: "azureuser", sshPublicKeys: ["ssh-ed25519 AAAA me"] };
const encoded = (text: string | Buffer) => Buffer.from(text).toString("base64");

function userData(change: Partial<Seed>): Buffer {
  const file = seedFiles({ ...seed, ...change })["user-data"];
  return Buffer.from("content" in file ? file.content : "");
}

describe("a machine's seed", () => {
  it("Data is handed on byte for byte, and cloud-init makes of it what it makes of it on Azure", () => {
    proves("machine-user-data");
    const compressed = Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xfe]);
    expect(userData({ userData: encoded(compressed) })).toEqual(compressed);
    expect(userData({})).toEqual(Buffer.alloc(0));
  });

  it("Custom data wins over user data, unless it is empty", () => {
    proves("machine-custom-data");
    expect(userData({ userData: encoded("user"), customData: encoded("custom") }).toString()).toBe("custom");
    expect(userData({ userData: encoded("user"), customData: "" }).toString()).toBe("user");
  });

  it("names the machine and the keys of its admin user", () => {
    const file = seedFiles(seed)["meta-data"];
    expect(JSON.parse(String("content" in file && file.content))).toEqual({
      "instance-id": "id-1",
      "local-hostname": "web000000",
      "public-keys": ["ssh-ed25519 AAAA me"],
    });
  });

  it("The admin user is cloud-init's default user, without a password and with sudo", () => {
    proves("machine-admin-user");
    const configuration = JSON.parse(cloudConfiguration(seed)) as { system_info: { default_user: object } };
    expect(configuration.system_info.default_user).toMatchObject({
      name: "azureuser",
      lock_passwd: true,
      sudo: ["ALL=(ALL) NOPASSWD:ALL"],
    });
  });
});
