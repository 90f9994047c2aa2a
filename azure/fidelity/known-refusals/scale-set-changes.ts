import type { KnownRefusal } from "../known-refusal";

const github = "https://github.com";
const docs = `${github}/MicrosoftDocs/azure-docs/issues`;
const azurerm = `${github}/hashicorp/terraform-provider-azurerm`;
const sharedSchema = `${azurerm}/blob/main/internal/services/compute/shared_schema.go`;

/** What does not change once a scale set is there. */
export const scaleSetChanges: readonly KnownRefusal[] = [
  {
    code: "PropertyChangeNotAllowed",
    sense: "platformFaultDomainCount changes",
    source: `${docs}/35652`,
    keptBy: "C-fault-domains",
  },
  {
    code: "PropertyChangeNotAllowed",
    sense: "the offer of the image changes",
    source: `${azurerm}/issues/13657`,
    keptBy: "C-image-offer",
  },
  {
    code: "PropertyChangeNotAllowed",
    sense: "the SKU of an image changes that is sold",
    source: `${github}/Azure/azure-powershell/issues/11911`,
    keptBy: "R451",
  },
  {
    code: "OperationNotAllowed",
    sense: "the kind of image changes, such as from the marketplace to a gallery",
    source: `${docs}/89791`,
    keptBy: "R317",
  },
  {
    code: "PropertyChangeNotAllowed",
    sense: "the type of the OS disk changes",
    source: `${azurerm}/blob/main/internal/services/compute/virtual_machine_scale_set.go`,
    keptBy: "C-disk-type",
  },
  {
    code: "PropertyChangeNotAllowed",
    sense: "priority changes",
    source: `${github}/Azure/azure-powershell/blob/main/src/Compute/Compute.Test/ScenarioTests/VirtualMachineScaleSetTests.ps1`,
    keptBy: "C-priority",
  },
  { code: "PropertyChangeNotAllowed", sense: "additionalUnattendContent changes", source: sharedSchema, keptBy: "C-unattend" },
  { code: "PropertyChangeNotAllowed", sense: "the WinRM listeners change", source: sharedSchema, keptBy: "C-winrm" },
  {
    code: "PropertyChangeNotAllowed",
    sense: "the administrator's password changes",
    source: `${github}/Azure/vm-scale-sets/issues/38`,
    notKept: "Azure takes it since the end of 2017, for new instances",
  },
  {
    code: "PropertyChangeNotAllowed",
    sense: "custom data changes",
    source: `${github}/Azure/azure-sdk-for-java/issues/1976`,
    notKept: "Azure takes it since, for new instances",
  },
];
