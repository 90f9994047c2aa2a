import { addressesOf, canonicalCidr, contains, overlap, parseCidr, usableAddresses } from "../../facts/cidr";

describe("a CIDR block", () => {
  it("is read, in the upper half of the addresses too", () => {
    expect(addressesOf("10.0.0.0/24")).toEqual({ first: 0x0a000000, last: 0x0a0000ff, prefixLength: 24 });
    expect(addressesOf("192.168.255.254/31")).toEqual({ first: 0xc0a8fffe, last: 0xc0a8ffff, prefixLength: 31 });
    expect(addressesOf("0.0.0.0/0")).toEqual({ first: 0, last: 0xffffffff, prefixLength: 0 });
  });

  it.each([
    "10.0.0.0",
    "10.0.0/24",
    "10.0.0.256/24",
    "10.0.0.4.5/24",
    "10.0.0./24",
    "10.0.0.0/33",
    "10.0.0.0/",
    "10.0.0.0/024",
    " 10.0.0.0/24",
    "fd00::/64",
    "",
  ])("is not %p", (text) => {
    expect(parseCidr(text)).toBeUndefined();
    expect(() => addressesOf(text)).toThrow(`"${text}" is no range of IPv4 addresses; write it as 10.0.0.0/16.`);
  });

  it("is written without the bits after its prefix", () => {
    expect(canonicalCidr(addressesOf("10.0.0.7/24"))).toBe("10.0.0.0/24");
    expect(canonicalCidr(addressesOf("203.0.113.7/32"))).toBe("203.0.113.7/32");
  });

  it("overlaps another where they share an address, and not where they only touch", () => {
    const range = addressesOf("10.0.1.0/24");
    expect(overlap(range, addressesOf("10.0.0.0/16"))).toBe(true);
    expect(overlap(range, addressesOf("10.0.1.128/25"))).toBe(true);
    expect(overlap(range, addressesOf("10.0.0.0/24"))).toBe(false);
    expect(overlap(range, addressesOf("10.0.2.0/24"))).toBe(false);
  });

  it("contains another that is no larger and lies in it", () => {
    const range = addressesOf("10.0.1.0/24");
    expect(contains(range, range)).toBe(true);
    expect(contains(range, addressesOf("10.0.1.128/25"))).toBe(true);
    expect(contains(range, addressesOf("10.0.0.0/16"))).toBe(false);
    expect(contains(range, addressesOf("10.0.2.0/25"))).toBe(false);
  });
});

it.each([
  ["10.0.0.0/24", 251],
  ["10.0.0.8/29", 3],
  ["10.0.0.0/30", 0],
  ["10.0.0.0/32", 0],
])("Azure leaves the instances of %s %i addresses", (subnet, count) => {
  expect(usableAddresses(addressesOf(subnet))).toBe(count);
});
