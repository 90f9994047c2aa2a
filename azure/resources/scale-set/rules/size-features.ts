import { isConfidentialSize, isSizeName, lacksHostEncryption, maximumNetworkInterfaces } from "../../../facts/size-features";
import { vCpuChoices } from "../../../facts/size-limits";
import { readSizeName } from "../../../facts/size-names";
import { takesTrustedLaunch } from "../../../facts/trusted-launch";
import { doesNotFit, is, isOneOf } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isFlexible, networkInterfaces } from "./model";
import { errorMessages, restApi } from "./sources";

const security = "virtualMachineProfile.securityProfile";
const interfaces = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations";

/** What a size must have for what the instances ask of it, and how it is written. */
export const sizeFeatureRules: Rule[] = [
  {
    id: "R290",
    title: "A size has the name of a size",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "a name such as Standard_D2s_v5",
    because: "Azure has no size whose name is made like this",
    *check(scaleSet) {
      // A set that mixes sizes names them in skuProfile.
      const named = is(scaleSet.at("sku.name"), "Mix") ? [] : [scaleSet.at("sku.name")];
      const sizes = [...named, ...scaleSet.list("skuProfile.vmSizes").map((choice) => choice.at("name"))];
      yield* sizes.filter((size) => doesNotFit(size, isSizeName));
      for (const size of sizes) {
        const choices = vCpuChoices(size.text() ?? "");
        if (choices !== undefined) {
          yield { at: size, allowed: `a size of the series, which are of ${choices.join(", ")} vCPUs` };
        }
      }
    },
  },
  {
    id: "R290-tier",
    title: "The tier of a size is Standard or Basic",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "Standard, or nothing",
    *check(scaleSet) {
      const tier = scaleSet.at("sku.tier");
      if (tier.text() && !isOneOf(tier, ["Standard", "Basic"])) {
        yield tier;
      }
    },
  },
  {
    id: "R382",
    title: "A size whose name begins with Basic is of the tier Basic",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/4801",
    severity: "error",
    allowed: "Basic, as the size is, or nothing",
    *check(scaleSet) {
      const tier = scaleSet.at("sku.tier");
      if (/^Basic_/i.test(scaleSet.text("sku.name") ?? "") && is(tier, "Standard")) {
        yield tier;
      }
    },
  },
  {
    id: "R291",
    title: "A Flexible scale set has no instances of the smallest size",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/102050",
    severity: "error",
    allowed: "a size of 1 GiB of memory or more, as orchestrationMode is Flexible",
    *check(scaleSet) {
      if (isFlexible(scaleSet) && is(scaleSet.at("sku.name"), "Standard_B1ls")) {
        yield scaleSet.at("sku.name");
      }
    },
  },
  {
    id: "R291-group",
    title: "A Flexible scale set has a single placement group for sizes with a fast network alone",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "source",
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/orchestrated_virtual_machine_scale_set_resource_other_test.go",
    severity: "error",
    allowed: "false or nothing, as orchestrationMode is Flexible",
    *check(scaleSet) {
      const family = readSizeName(scaleSet.text("sku.name") ?? "")?.family;
      if (isFlexible(scaleSet) && scaleSet.flag("singlePlacementGroup") === true && family !== undefined && /^[ABDEF]$/.test(family)) {
        yield scaleSet.at("singlePlacementGroup");
      }
    },
  },
  {
    id: "R292",
    title: "An instance has as many network interfaces as its size takes",
    code: "NetworkInterfaceCountExceeded",
    grade: "documented",
    source:
      "https://github.com/TheresaLui/SelfHelpContent_v2/blob/master/articles/microsoft.virtualmachines.rca.tdp/virtualmachine-tdp-rca-network-interfaces-exceeded.md",
    severity: "error",
    allowed: "fewer network interfaces, or a larger size",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name") ?? "";
      const most = maximumNetworkInterfaces(size);
      if (most !== undefined && networkInterfaces(scaleSet).length > most) {
        yield { at: scaleSet.at(interfaces), allowed: `at most ${most} network interfaces`, because: `${size} takes no more` };
      }
    },
  },
  {
    id: "R293",
    title: "Trusted launch needs a size that has it",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/28005",
    severity: "error",
    allowed: "nothing, or a size with trusted launch",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name");
      const type = scaleSet.at(`${security}.securityType`);
      if (size !== undefined && is(type, "TrustedLaunch") && !takesTrustedLaunch(size)) {
        yield { at: type, because: `${size} has no trusted launch` };
      }
    },
  },
  {
    id: "R294",
    title: "Confidential machines are of sizes made for them",
    code: "BadRequest",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview",
    severity: "error",
    allowed: "nothing, or a size of the DCas, DCads, DCes, DCeds, ECas, ECads, ECes, ECeds or NCC series of version 5 or later",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name");
      const type = scaleSet.at(`${security}.securityType`);
      if (size !== undefined && isSizeName(size) && is(type, "ConfidentialVM") && !isConfidentialSize(size)) {
        yield { at: type, because: `${size} is for no confidential machines` };
      }
    },
  },
  {
    id: "R295",
    title: "Encryption at host needs a size that has it",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/disks-enable-host-based-encryption-portal",
    severity: "error",
    allowed: "false or nothing, or a size with encryption at host",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name") ?? "";
      const encryption = scaleSet.at(`${security}.encryptionAtHost`);
      if (encryption.flag() === true && lacksHostEncryption(size)) {
        yield { at: encryption, because: `${size} has no encryption at host` };
      }
    },
  },
];
