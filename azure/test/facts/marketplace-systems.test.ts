import { marketplaceSystem } from "../../facts/marketplace-systems";

const systemOf = (urn: string) => {
  const [publisher, offer, sku] = urn.split(":");
  const system = marketplaceSystem({ publisher, offer, sku, version: "latest" });
  return system && `${system.distribution} ${system.release}`;
};

describe("a marketplace image", () => {
  it.each([
    ["Debian:debian-12:12-gen2", "debian 12"],
    ["debian:debian-12:12", "debian 12"],
    ["Debian:debian-13:13-gen2", "debian 13"],
    ["Debian:Debian-13:13", "debian 13"],
    ["Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2", "ubuntu 20.04"],
    ["Canonical:0001-com-ubuntu-server-jammy:22_04-lts", "ubuntu 22.04"],
    ["canonical:0001-com-ubuntu-server-jammy:22_04-LTS-gen2", "ubuntu 22.04"],
    ["Canonical:ubuntu-22_04-lts:server", "ubuntu 22.04"],
    ["Canonical:ubuntu-24_04-lts:server", "ubuntu 24.04"],
  ])("%s is %s", (urn, system) => expect(systemOf(urn)).toBe(system));

  it.each([
    "Debian:debian-12:13-gen2",
    "Debian:debian-12:12-backports-gen2",
    "Debian:debian-13:13-arm64",
    "Debian:debian-12-daily:12-gen2",
    "Canonical:ubuntu-24_04-lts:minimal",
    "MicrosoftWindowsServer:WindowsServer:2022-datacenter-g2",
    "constructor:debian-12:12",
  ])("%s is none that has the same contents as another one", (urn) => expect(systemOf(urn)).toBeUndefined());
});
