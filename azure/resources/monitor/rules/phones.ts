import type { View } from "../../../properties/view";
import { doesNotFit } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

/** Whom an action group sends text messages, and whom it calls. */
export const phoneRules: Rule[] = [
  {
    id: "A-phone",
    title: "A receiver by text message or call has a number that somebody can have",
    code: "PhoneNumberIsNotValid",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/20075",
    severity: "error",
    allowed: "digits, and nothing but blanks, hyphens and parentheses between them",
    *check(group) {
      for (const receiver of phonesOf(group)) {
        const phone = receiver.at("phoneNumber");
        if (doesNotFit(phone, (text) => /^\+?[\d\s().-]{4,}$/.test(text))) {
          yield phone;
        } else if (isInNorthAmerica(receiver) && doesNotFit(phone, hasArea)) {
          yield {
            at: phone,
            allowed: "a number of North America, whose area code neither begins with 0 or 1 nor is 555; or another countryCode",
          };
        }
      }
    },
  },
  {
    id: "A-phone-country",
    title: "A receiver by text message or call has a country code of digits",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups",
    severity: "error",
    allowed: "a country code of 1 to 3 digits, such as 49",
    *check(group) {
      yield* phonesOf(group)
        .map((receiver) => receiver.at("countryCode"))
        .filter((country) => doesNotFit(country, (text) => /^\+?\d{1,3}$/.test(text)));
    },
  },
];

function phonesOf(group: View): View[] {
  return ["smsReceivers", "voiceReceivers"].flatMap((kind) => group.list(kind));
}

function isInNorthAmerica(receiver: View): boolean {
  return /^\+?1$/.test(receiver.text("countryCode") ?? "");
}

/** Numbers of ten digits begin with the area; longer ones with the country, and shorter ones leave the area out. */
function hasArea(number: string): boolean {
  return !/^(?:[01]\d{2}|555)\d{7}$/.test(number.replace(/\D/g, ""));
}
