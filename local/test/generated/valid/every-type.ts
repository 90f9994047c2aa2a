import * as fc from "fast-check";
import { schema } from "../../../region/provider/azure-native/validate";
import type { RuleCases, TypeCases } from "../../../../azure/test/rules/cases";
import { set } from "../../../../azure/test/rules/edits";
import { optionalProperties } from "../schema-values";
import { tagName } from "../texts";
import { anyOf, varied, Variations, Widening } from "../variation";
import { autoscaleSetting } from "./autoscale-setting";
import { roleAssignment, roleDefinition } from "./identity";
import { gallery, galleryImage, imageTemplate } from "./image";
import { loadBalancer } from "./load-balancer";
import { actionGroup, activityLogAlert, metricAlert } from "./monitor";
import {
  applicationSecurityGroup,
  natGateway,
  networkSecurityGroup,
  publicIpAddress,
  publicIpPrefix,
  resourceGroup,
  securityRule,
  subnet,
  virtualNetwork,
} from "./network";
import { scaleSet } from "./scale-set";

/** By type token. A type that has none is varied by the properties that its example leaves out and no rule speaks of. */
const widenings: Readonly<Partial<Record<string, Widening>>> = {
  "azure-native:resources:ResourceGroup": resourceGroup,
  "azure-native:network:VirtualNetwork": virtualNetwork,
  "azure-native:network:Subnet": subnet,
  "azure-native:network:NetworkSecurityGroup": networkSecurityGroup,
  "azure-native:network:SecurityRule": securityRule,
  "azure-native:network:ApplicationSecurityGroup": applicationSecurityGroup,
  "azure-native:network:PublicIPPrefix": publicIpPrefix,
  "azure-native:network:PublicIPAddress": publicIpAddress,
  "azure-native:network:NatGateway": natGateway,
  "azure-native:network:LoadBalancer": loadBalancer,
  "azure-native:compute:VirtualMachineScaleSet": scaleSet,
  "azure-native:monitor:AutoscaleSetting": autoscaleSetting,
  "azure-native:monitor:ActionGroup": actionGroup,
  "azure-native:monitor:MetricAlert": metricAlert,
  "azure-native:compute:Gallery": gallery,
  "azure-native:compute:GalleryImage": galleryImage,
  "azure-native:virtualmachineimages:VirtualMachineImageTemplate": imageTemplate,
  "azure-native:monitor:ActivityLogAlert": activityLogAlert,
  "azure-native:authorization:RoleDefinition": roleDefinition,
  "azure-native:authorization:RoleAssignment": roleAssignment,
};

/** The tags of a resource, whatever its type. */
const tags = varied(
  "tags",
  fc
    .dictionary(tagName, fc.string({ unit: "grapheme", maxLength: 20 }), { maxKeys: 5, noNullPrototype: true })
    .map((some) => set("tags", some)),
);

/** What the example of a type can be varied by and stay valid. */
export function variationsOf({ type: { token }, valid, rules }: TypeCases): Variations {
  const { aspects = [], ruled = [] } = widenings[token] ?? {};
  const common = "tags" in schema.resources[token].inputs ? [tags] : [];
  return anyOf([...aspects, ...common], optionalProperties(token, valid(), new Set([...ruled, ...rules.flatMap(refusedNames)])));
}

/** The properties at which the cases of a rule are refused. */
function refusedNames({ refused }: RuleCases): string[] {
  return refused.flatMap(({ at }) => at.match(/\w+(?=(\[\w*\])?$)/)?.[0] ?? []);
}
