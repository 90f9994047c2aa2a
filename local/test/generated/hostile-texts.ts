import * as fc from "fast-check";

/** What ends a field, begins another one or steers a terminal in one of the formats that the region writes. */
const hostile = [
  "\n  bind :22",
  "\r\nBcc: other@example.com",
  "\n[Service]\nExecStart=/bin/true",
  "\nruncmd: [reboot]",
  '"} 1\nup{a="',
  "</title><script>alert(1)</script>",
  "' ; reboot '",
  "$(reboot)",
  "`reboot`",
  "#{",
  "%n",
  "\\",
  "\\n",
  "\u001b[2J",
  "\u009b2J",
  "\u001b]0;title\u0007",
  "\u202e",
  "\u2028",
  "\u0000",
  "\ufffe",
  "\ud800",
  ";",
  ":0a",
  ":50000",
  "__proto__",
  "constructor",
  "größe 🦀",
];

/** Names and texts of programs, guests and other strangers: any characters at all, and those that mean something to whoever reads them. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 8 }), fc.string({ maxLength: 8 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(""));
