import type { Value } from "../../../../properties/value";
import { edits, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const securityType = `${profile}.securityProfile.securityType`;
const encryptionAtHost = `${profile}.securityProfile.encryptionAtHost`;
const interfaces = `${profile}.networkProfile.networkInterfaceConfigurations`;

const size = (name: string) => set("sku.name", `Standard_${name}`);

/** The valid scale set's network interface, and others beside it. */
function withInterfaces(count: number) {
  return edits(
    ...Array.from({ length: count - 1 }, (_, index): ReturnType<typeof set> => set(`${interfaces}[${index + 1}]`, further(index))),
  );
}

function further(index: number): Value {
  const subnet =
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/web/providers/Microsoft.Network/virtualNetworks/web-network/subnets/other";
  return { name: `further-${index}`, primary: false, ipConfigurations: [{ name: "only", subnet: { id: subnet } }] };
}

const confidential = edits(
  set(`${profile}.securityProfile`, { securityType: "ConfidentialVM", uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } }),
  set(`${profile}.storageProfile.osDisk.managedDisk.securityProfile`, { securityEncryptionType: "VMGuestStateOnly" }),
);

export const sizeFeatureCases: RuleCases[] = [
  {
    rule: "R290",
    refused: [
      ...["D2s_v5", "Standard_DS2v2", "Standard_D2sv3", "Standard_D3s_v5", "standard d2s v5", "150", ""].map((name) => ({
        name: JSON.stringify(name),
        change: set("sku.name", name),
        at: "sku.name",
      })),
      {
        name: "one of the sizes to choose from",
        change: edits(
          inFlexible,
          set("sku", { name: "Mix", capacity: 2 }),
          set("skuProfile.vmSizes", [{ name: "Standard_D2s_v5" }, { name: "D4s_v5" }]),
        ),
        at: "skuProfile.vmSizes[1].name",
      },
    ],
    accepted: [
      ...["DS11-1_v2", "B1ls2", "M896ixds_32_v3", "NC24ads_A100_v4", "D2_v2_Promo", "EC96ads_cc_v5", "HB120-16rs_v3", "Z1s_v9"].map(
        (name) => ({
          name: `Standard_${name}`,
          change: size(name),
        }),
      ),
      { name: "another case", change: set("sku.name", "standard_d2s_v5") },
    ],
  },
  {
    rule: "R291",
    refused: [{ name: "Standard_B1ls", change: edits(inFlexible, size("B1ls")), at: "sku.name" }],
    accepted: [
      { name: "Standard_B1s", change: edits(inFlexible, size("B1s")) },
      { name: "Standard_B1ls in a Uniform scale set", change: size("B1ls") },
    ],
  },
  {
    rule: "R292",
    refused: [
      { name: "3 on Standard_D4s_v5", change: edits(size("D4s_v5"), withInterfaces(3)), at: interfaces },
      { name: "5 on Standard_F16s_v2", change: edits(size("F16s_v2"), withInterfaces(5)), at: interfaces },
    ],
    accepted: [
      { name: "2 on Standard_D2s_v5", change: edits(size("D2s_v5"), withInterfaces(2)) },
      { name: "4 on Standard_E8as_v5", change: edits(size("E8as_v5"), withInterfaces(4)) },
      { name: "9 on a size that nobody knows", change: edits(size("Z1s_v9"), withInterfaces(9)) },
    ],
  },
  {
    rule: "R293",
    refused: [{ name: "an A-series size", change: edits(size("A4_v2"), set(securityType, "TrustedLaunch")), at: securityType }],
    accepted: [
      { name: "a size that has it", change: edits(size("D2s_v5"), set(securityType, "TrustedLaunch")) },
      { name: "an A-series size without it", change: size("A4_v2") },
    ],
  },
  {
    rule: "R294",
    refused: ["D2s_v5", "DC4s_v3", "DC2ds_v3"].map((name) => ({
      name: `Standard_${name}`,
      change: edits(size(name), confidential),
      at: securityType,
    })),
    accepted: ["DC2as_v5", "DC2es_v6", "EC4ads_v5", "EC96ads_cc_v5", "NCC40ads_H100_v5"].map((name) => ({
      name: `Standard_${name}`,
      change: edits(size(name), confidential),
    })),
  },
  {
    rule: "R295",
    refused: ["A2_v2", "D2_v2", "G5"].map((name) => ({
      name: `Standard_${name}`,
      change: edits(size(name), set(encryptionAtHost, true)),
      at: encryptionAtHost,
    })),
    accepted: [
      { name: "Standard_D2s_v3", change: edits(size("D2s_v3"), set(encryptionAtHost, true)) },
      { name: "Standard_D2_v2 without it", change: edits(size("D2_v2"), remove(encryptionAtHost)) },
    ],
  },
  {
    rule: "R290-tier",
    refused: [{ name: "a tier that there is not", change: set("sku.tier", "Premium"), at: "sku.tier" }],
    accepted: [{ name: "the tier in other letters", change: set("sku.tier", "standard") }],
  },
  {
    rule: "R382",
    refused: [
      {
        name: "a Basic size of the tier Standard",
        change: edits(set("sku.name", "Basic_A1"), set("sku.tier", "Standard")),
        at: "sku.tier",
      },
    ],
    accepted: [
      { name: "a Basic size of the tier Basic", change: edits(set("sku.name", "Basic_A1"), set("sku.tier", "Basic")) },
      { name: "a Basic size of no tier", change: edits(set("sku.name", "Basic_A1"), remove("sku.tier")) },
      { name: "a size that is not known yet", change: edits(unknown("sku.name"), set("sku.tier", "Standard")) },
    ],
  },
  {
    rule: "R291-group",
    refused: [
      { name: "a D-series size", change: edits(inFlexible, size("D2s_v5"), set("singlePlacementGroup", true)), at: "singlePlacementGroup" },
    ],
    accepted: [
      { name: "a size with a fast network", change: edits(inFlexible, size("HB120rs_v3"), set("singlePlacementGroup", true)) },
      { name: "several placement groups", change: edits(inFlexible, size("D2s_v5"), set("singlePlacementGroup", false)) },
    ],
  },
];
