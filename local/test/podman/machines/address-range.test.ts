import { freeAddress, hardwareAddress, overlap, parseRange } from "../../../region/podman/machines/address-range";

describe("ranges of addresses", () => {
  it("are read from CIDR blocks, in the upper half of the addresses too", () => {
    expect(parseRange("10.0.0.0/24")).toEqual({ first: 0x0a000000, last: 0x0a0000ff });
    expect(parseRange("192.168.255.254/31")).toEqual({ first: 0xc0a8fffe, last: 0xc0a8ffff });
    expect(parseRange("0.0.0.0/0")).toEqual({ first: 0, last: 0xffffffff });
  });

  it.each(["10.0.0.0", "10.0.0/24", "10.0.0.256/24", "10.0.0.0/33", "fd00::/64", ""])("refuse %p and say how to write it", (text) => {
    expect(() => parseRange(text)).toThrow(`"${text}" is no range of IPv4 addresses; write it as 10.0.0.0/16.`);
  });

  it("overlap where they share an address, and not where they only touch", () => {
    const range = parseRange("10.0.1.0/24");
    expect(overlap(range, parseRange("10.0.0.0/16"))).toBe(true);
    expect(overlap(range, parseRange("10.0.1.128/25"))).toBe(true);
    expect(overlap(range, parseRange("10.0.0.0/24"))).toBe(false);
    expect(overlap(range, parseRange("10.0.2.0/24"))).toBe(false);
  });
});

describe("the free addresses of a subnet", () => {
  it("The first four addresses of a subnet and the last are not given to machines", () => {
    const addresses: string[] = [];
    for (
      let address = freeAddress("10.0.0.8/29", new Set());
      address !== undefined;
      address = freeAddress("10.0.0.8/29", new Set(addresses))
    ) {
      addresses.push(address);
    }
    expect(addresses).toEqual(["10.0.0.12", "10.0.0.13", "10.0.0.14"]);
  });

  it("are given out from the lowest, and again when they are free again", () => {
    expect(freeAddress("10.0.0.0/24", new Set(["10.0.0.4", "10.0.0.6"]))).toBe("10.0.0.5");
  });
});

describe("a machine's hardware address", () => {
  it("has Microsoft's prefix and tells machines of one subnet apart", () => {
    expect(hardwareAddress("10.0.1.4")).toBe("00:0d:3a:00:01:04");
    expect(hardwareAddress("10.255.16.200")).toBe("00:0d:3a:ff:10:c8");
  });
});
