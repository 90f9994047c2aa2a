import {
  parseAddressPrefix,
  parseIpAddress,
  prefixesOverlap,
  prefixHolds,
  prefixOfAddress,
  withoutHostBits,
} from "../../facts/address-prefix";

function prefix(text: string) {
  const found = parseAddressPrefix(text);
  if (found === undefined) {
    throw new Error(`${text} is no prefix`);
  }
  return found;
}

describe("an IP address", () => {
  it.each([
    ["0.0.0.0", 0n],
    ["10.0.0.1", 0x0a000001n],
    ["255.255.255.255", 0xffffffffn],
    ["::", 0n],
    ["::1", 1n],
    ["fd00::", 0xfd00n << 112n],
    ["2001:db8::8:800:200c:417a", 0x20010db8000000000008_0800200c417an],
    ["1:2:3:4:5:6:7:8", 0x00010002000300040005000600070008n],
  ])("is read from %s", (text, value) => {
    expect(parseIpAddress(text)?.value).toBe(value);
  });

  it.each(["", "0", "10.0.0", "10.0.0.0.0", "10.0.0.256", "a.b.c.d", "1:2:3:4:5:6:7", "1::2::3", "12345::", "1:2:3:4:5:6:7:8::", "g::"])(
    "is not read from %j",
    (text) => {
      expect(parseIpAddress(text)).toBeUndefined();
    },
  );
});

describe("an address prefix", () => {
  it.each(["10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "/8", "fd00::/129", "10.0.0.0/8/8", "10.0.0.0 /8"])("is not read from %j", (text) => {
    expect(parseAddressPrefix(text)).toBeUndefined();
  });

  it.each([
    ["10.10.10.0/16", "10.10.0.0/16"],
    ["11.12.13.14/8", "11.0.0.0/8"],
    ["2001:db8::1/32", "2001:db8::/32"],
    ["fd00:db8:0:1::7/64", "fd00:db8:0:1::/64"],
  ])("knows %s without the bits after the prefix", (text, canonical) => {
    expect(prefix(text).hasHostBits).toBe(true);
    expect(withoutHostBits(prefix(text))).toBe(canonical);
    expect(prefix(canonical).hasHostBits).toBe(false);
  });

  it("overlaps what it shares an address with, of its own version", () => {
    expect(prefixesOverlap(prefix("10.0.0.0/24"), prefix("10.0.0.128/25"))).toBe(true);
    expect(prefixesOverlap(prefix("10.0.0.0/24"), prefix("10.0.1.0/24"))).toBe(false);
    expect(prefixesOverlap(prefix("0.0.0.0/0"), prefix("::/0"))).toBe(false);
  });

  it("holds what is wholly in it, of its own version", () => {
    expect(prefixHolds(prefix("10.0.0.0/16"), prefix("10.0.255.0/24"))).toBe(true);
    expect(prefixHolds(prefix("10.0.0.0/16"), prefix("10.0.0.0/15"))).toBe(false);
    expect(prefixHolds(prefix("::/0"), prefix("10.0.0.0/16"))).toBe(false);
  });

  it("is one address long for an address", () => {
    const [four, six] = ["10.0.0.4", "fd00::4"].flatMap((text) => parseIpAddress(text) ?? []).map(prefixOfAddress);
    expect([four.length, six.length]).toEqual([32, 128]);
    expect(prefixHolds(prefix("fd00::/64"), six)).toBe(true);
  });
});
