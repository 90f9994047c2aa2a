import { edits, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { regionResource } from "../../../rules/fake-region";
import { inFlexible, scaleSetId } from "../../../rules/valid/scale-set";

const imageReference = "virtualMachineProfile.storageProfile.imageReference";
const imageSku = `${imageReference}.sku`;
const nic = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0]";

/** An image of the marketplace with this SKU. */
function marketplace(sku: string) {
  return set(imageReference, { publisher: "contoso", offer: "web", sku, version: "latest" });
}

function ubuntu(sku: string) {
  return set(imageReference, { publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku, version: "latest" });
}

export const sizeCases: RuleCases[] = [
  {
    rule: "R46",
    refused: [
      { name: "a size of the NCv3 series", change: set("sku.name", "Standard_NC6s_v3"), at: "sku.name" },
      { name: "a size of the NVv4 series", change: set("sku.name", "Standard_NV8as_v4"), at: "sku.name" },
      {
        name: "a retired size among those to choose from",
        change: edits(
          inFlexible,
          set("sku", { name: "Mix", capacity: 2 }),
          set("skuProfile.vmSizes", [{ name: "Standard_D2s_v5" }, { name: "Standard_NV12s_v3" }]),
        ),
        at: "skuProfile.vmSizes[1].name",
      },
    ],
    accepted: [
      { name: "a size that stays", change: set("sku.name", "Standard_D2s_v5") },
      { name: "a size that nobody knows", change: set("sku.name", "Standard_Z1s_v9") },
    ],
  },
  {
    rule: "T-retiring-size",
    refused: [
      "B1s",
      "B1ls",
      "B20ms",
      "A2m_v2",
      "D1",
      "DS14",
      "D2_v2",
      "D2_v2_Promo",
      "DS13-4_v2",
      "L8s",
      "L8s_v2",
      "F2",
      "F2s",
      "F2s_v2",
      "G1",
      "GS4-8",
      "M192idms_v2",
    ].map((size) => ({ name: `Standard_${size}`, change: set("sku.name", `Standard_${size}`), at: "sku.name" })),
    accepted: [
      ...["B2s_v2", "B2ats_v2", "D2s_v3", "DC2s_v2", "L8s_v3", "E2s_v5", "FX4mds", "M64s"].map((size) => ({
        name: `Standard_${size}`,
        change: set("sku.name", `Standard_${size}`),
      })),
      {
        name: "a size of the same series as another scale set, of which it is told",
        change: set("sku.name", "Standard_B1s"),
        others: [
          regionResource("azure-native:compute:VirtualMachineScaleSet", `${scaleSetId.slice(0, -3)}app`, { sku: { name: "Standard_B2s" } }),
        ],
      },
    ],
  },
  {
    rule: "R47",
    refused: [
      {
        name: "a generation 2 image on an A-series size",
        change: edits(marketplace("12-gen2"), set("sku.name", "Standard_A2_v2")),
        at: imageSku,
      },
      {
        name: "a generation 1 image on a v6 size",
        change: edits(marketplace("server-gen1"), set("sku.name", "Standard_D2s_v6")),
        at: imageSku,
      },
      {
        name: "an image of a publisher who names generation 2 alone, on a v6 size",
        change: edits(ubuntu("22_04-lts"), set("sku.name", "Standard_D2s_v6")),
        at: imageSku,
      },
      {
        name: "a generation 2 image on a Dv2-series size",
        change: edits(ubuntu("22_04-lts-gen2"), set("sku.name", "Standard_D2_v2")),
        at: imageSku,
      },
    ],
    accepted: [
      { name: "a generation 2 image on a v6 size", change: edits(marketplace("12-gen2"), set("sku.name", "Standard_D2s_v6")) },
      { name: "a generation 1 image on an A-series size", change: edits(marketplace("server-gen1"), set("sku.name", "Standard_A2_v2")) },
      { name: "an image whose name says nothing", change: edits(marketplace("server"), set("sku.name", "Standard_A2_v2")) },
    ],
  },
  {
    rule: "T25",
    refused: [
      {
        name: "Standard_B1s",
        change: edits(set("sku.name", "Standard_B1s"), set(`${nic}.enableAcceleratedNetworking`, true)),
        at: `${nic}.enableAcceleratedNetworking`,
      },
    ],
    accepted: [
      { name: "Standard_B12ms", change: edits(set("sku.name", "Standard_B12ms"), set(`${nic}.enableAcceleratedNetworking`, true)) },
      { name: "Standard_B1s without it", change: edits(set("sku.name", "Standard_B1s"), set(`${nic}.enableAcceleratedNetworking`, false)) },
    ],
  },
];
