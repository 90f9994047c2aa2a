import * as fc from "fast-check";
import { durationInSeconds } from "../../../azure/facts/duration";
import { availabilityZones } from "../../../azure/facts/regions";
import { armId } from "../../../azure/test/rules/fake-region";

/** Texts as Azure takes them, of the kinds that rules look at. */

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";

/** A text whose first, inner and last characters are each out of a set; its length lies between the bounds. */
export function textOf(first: string, inner: string, last: string, shortest: number, longest: number): fc.Arbitrary<string> {
  const character = (set: string) => fc.constantFrom(...set);
  const middle = (length: number) => fc.string({ unit: character(inner), minLength: length, maxLength: length });
  return fc
    .integer({ min: shortest, max: longest })
    .chain((length) =>
      length === 1 ? character(first) : fc.tuple(character(first), middle(length - 2), character(last)).map((parts) => parts.join("")),
    );
}

/** Names of Microsoft.Network's resources and parts. */
export function networkName(shortest: number, longest: number): fc.Arbitrary<string> {
  return textOf(letters + digits, `${letters}${digits}_.-`, `${letters}${digits}_`, Math.max(shortest, 1), longest);
}

/** Names of tags, those of Azure's portal too. */
export const tagName = fc.oneof(
  textOf(`${letters}äß中`, `${letters}${digits}äß中 _.:=+@()#-`, `${letters}${digits})`, 1, 40),
  fc.constantFrom("hidden-title", `hidden-link:${armId("Microsoft.Insights/components", "web")}`, "link:https://example.com/?a=b&c"),
);

export const domainNameLabel = textOf("abcxyz", "abcxyz019-", "abcxyz019", 3, 63);

/** An ISO 8601 duration between two others (both included), in one of the ways to write it. */
export function durationBetween(shortest: string, longest: string): fc.Arbitrary<string> {
  const [min, max] = [shortest, longest].map((text) => durationInSeconds(text));
  return fc.tuple(fc.integer({ min, max }), fc.boolean()).map(([seconds, inSeconds]) => (inSeconds ? `PT${seconds}S` : inUnits(seconds)));
}

function inUnits(seconds: number): string {
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60];
  const date = days > 0 ? `${days}D` : "";
  const time = [hours > 0 && `${hours}H`, minutes > 0 && `${minutes}M`, seconds % 60 > 0 && `${seconds % 60}S`].filter(Boolean).join("");
  return date + time === "" ? "PT0S" : `P${date}${time && `T${time}`}`;
}

/** A date and time of ISO 8601, with a zone or without. */
export const dateAndTime = fc
  .tuple(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), fc.constantFrom("Z", "+02:00", ""))
  .map(([date, zone]) => date.toISOString().replace("Z", zone));

/** Base64 of at most so many bytes. */
export function base64(longest: number): fc.Arbitrary<string> {
  return fc
    .uint8Array({ maxLength: 64 })
    .chain((bytes) => fc.constantFrom(bytes, new Uint8Array(longest).fill(35)).map((content) => Buffer.from(content).toString("base64")));
}

/** A text in any mixture of upper and lower case, as ARM compares most of them without regard to it. */
export function inAnyCase(text: string): fc.Arbitrary<string> {
  return fc.mixedCase(fc.constant(text));
}

/** A subset of Azure's availability zones in any order, of a size between the bounds. */
export function zones(least: number, most: number): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...availabilityZones], { minLength: least, maxLength: most });
}

/** The id of something that the region does not have as a type, which so counts as existing. */
export function foreignId(type: string): fc.Arbitrary<string> {
  return networkName(1, 40).map((name) => armId(type, name));
}

/** A location with availability zones, in both ways to write it. */
export const zonalLocation = fc.constantFrom("westeurope", "West Europe", "eastus2", "Sweden Central", "atlantiscentral");

/** An address of IPv6 without one of IPv4 at its end, which nobody writes in a cloud. */
export const plainIpV6 = fc.ipV6().filter((text) => !text.includes("."));
