import { differences } from "../../../properties/difference";
import { hasImageBuilder } from "../../../facts/image-builder-regions";
import { is, isEmpty, outside } from "../../../rules/lookups";
import { namesFit } from "../../../rules/names";
import type { ChangeRule, Rule } from "../../../rules/rule";
import { holdsUnknown, isProperties } from "../../../properties/value";
import { View } from "../../../properties/view";
import { distributionRules } from "./distribution";
import { templateNames } from "./names";
import { imageBuilderPage, templateDefinition, templateErrors, templatePage } from "./sources";

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "documented", source: templatePage, severity: "error" } as const;
const network = "vmProfile.vnetConfig";

/** What Azure refuses in a `azure-native:virtualmachineimages:VirtualMachineImageTemplate`. */
export const imageTemplateRules: Rule[] = [
  { ...namesFit(templateNames, "imageTemplateName"), source: templateDefinition },
  {
    ...documented,
    id: "B-location",
    title: "An image template is in a region that has VM Image Builder",
    code: "LocationNotAvailableForResourceType",
    source: imageBuilderPage,
    allowed: "a region that has VM Image Builder, such as westeurope",
    because: "the image can be copied to other regions, and is made in this one",
    *check(template) {
      const location = template.text("location");
      if (location !== undefined && !hasImageBuilder(location)) {
        yield template.at("location");
      }
    },
  },
  {
    ...documented,
    id: "B-identity",
    title: "An image template has one user-assigned identity",
    allowed: "UserAssigned, and one identity",
    because: "Image Builder works as that identity",
    *check(template) {
      const [type, identities] = [template.at("identity.type"), template.at("identity.userAssignedIdentities")];
      if (type.text() !== undefined && !is(type, "UserAssigned")) {
        yield { at: type, allowed: "UserAssigned" };
      } else if (template.has("identity") && (isEmpty(identities) || identities.list().length > 1)) {
        yield { at: identities, allowed: "a list of one identity" };
      }
    },
  },
  {
    ...documented,
    id: "B-timeout",
    title: "A build may take 6 to 960 minutes",
    allowed: "6 to 960 minutes, or 0 for four hours",
    *check(template) {
      const timeout = template.at("buildTimeoutInMinutes");
      if (outside(timeout, 6, 960) && timeout.number() !== 0) {
        yield timeout;
      }
    },
  },
  {
    ...documented,
    id: "B-script",
    title: "A script is given inline or by its address",
    source: templateDefinition,
    allowed: "one of inline and scriptUri",
    *check(template) {
      for (const step of [...template.list("customize"), ...template.list("validate.inVMValidations")].filter(runsScript)) {
        const [inline, scriptUri] = [step.at("inline"), step.at("scriptUri")];
        if (isEmpty(inline) === isEmpty(scriptUri)) {
          yield isEmpty(inline) ? inline : { at: scriptUri, allowed: "nothing, as inline is given" };
        }
      }
    },
  },
  {
    ...documented,
    id: "B-container-subnet",
    title: "A subnet for Image Builder's container comes with another one for the build machine",
    allowed: "a subnet of the same network as subnetId, and not that one",
    *check(template) {
      const [container, machine] = [template.at(`${network}.containerInstanceSubnetId`), template.at(`${network}.subnetId`)];
      if (!isEmpty(container) && (isEmpty(machine) || (container.text() !== undefined && is(machine, container.text() ?? "")))) {
        yield container;
      }
    },
  },
  {
    ...documented,
    id: "B-proxy",
    title: "There is no proxy machine beside a subnet for Image Builder's container",
    allowed: "nothing, as containerInstanceSubnetId is given",
    *check(template) {
      const [container, proxy] = [template.at(`${network}.containerInstanceSubnetId`), template.at(`${network}.proxyVmSize`)];
      if ([container, proxy].every((place) => !place.unknown && !isEmpty(place))) {
        yield proxy;
      }
    },
  },
  ...distributionRules,
];

/** What an image template can be given anew: https://learn.microsoft.com/azure/virtual-machines/image-builder-api-update-release-notes. */
const changeable = new Set(["tags", "identity", "vmProfile"]);

export const templateStays: ChangeRule = {
  id: "B-template-stays",
  title: "An image template stays as it is",
  code: "Conflict",
  grade: "documented",
  source: templateErrors,
  severity: "error",
  allowed: "what the template was created with",
  because: "Azure answers that it does not support the update of image templates",
  fix: 'let each change replace the template with replaceOnChanges: ["*"]',
  *check({ value: before }, { value: after }) {
    if (isProperties(before) && isProperties(after)) {
      const changed = new Set(differences(before, after).map(({ path }) => String(path[0])));
      for (const name of [...changed].filter((property) => !changeable.has(property) && !holdsUnknown(after[property]))) {
        yield new View(after[name], [name]);
      }
    }
  },
};

function runsScript(step: View): boolean {
  return is(step.at("type"), "Shell") || is(step.at("type"), "PowerShell");
}
