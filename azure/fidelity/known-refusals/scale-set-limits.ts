import type { KnownRefusal } from "../known-refusal";

const github = "https://github.com";
/** Microsoft's list of what Azure answers to machines, with each code. */
const list = `${github}/MicrosoftDocs/azure-docs/blob/bfeaff281ab2c0bc3cd4ace9a126925ef17beb68/articles/virtual-machines/windows/error-messages.md`;

/** What is too large, too small or ill-formed in a scale set, and too much for its size. */
export const scaleSetLimits: readonly KnownRefusal[] = [
  { code: "InvalidParameter", sense: "the size is none that Azure has", source: list, keptBy: "R290" },
  {
    code: "OperationNotAllowed",
    sense: "the instances are more than one placement group holds",
    source: `${github}/hashicorp/terraform-azurerm-nomad/issues/6`,
    keptBy: "R45",
  },
  { code: "InvalidParameter", sense: "the number of fault domains is out of its range", source: list, keptBy: "R41" },
  { code: "InvalidParameter", sense: "the host name is too long or has characters that Linux does not take", source: list, keptBy: "R58" },
  {
    code: "InvalidParameter",
    sense: "the host name prefix is too long for Windows",
    source: `${github}/spinnaker/spinnaker/issues/4490`,
    keptBy: "R58-windows",
  },
  {
    code: "InvalidParameter",
    sense: "the host name of Windows has a character that it may not have",
    source: list,
    keptBy: "R58-windows",
  },
  {
    code: "InvalidParameter",
    sense: "the administrator's name has a character that Windows does not take",
    source: `${github}/Azure/azure-quickstart-templates/issues/2577`,
    keptBy: "R60-windows",
  },
  { code: "InvalidParameter", sense: "the administrator's name is not allowed", source: list, keptBy: "R60" },
  { code: "InvalidParameter", sense: "the administrator's name is too long", source: list, keptBy: "R60-length" },
  { code: "OSProvisioningClientError", sense: "the administrator's name is none that Linux takes", source: list, keptBy: "R60-linux" },
  { code: "InvalidParameter", sense: "the password is too short, too plain or too well known", source: list, keptBy: "R64" },
  { code: "InvalidParameter", sense: "an SSH key goes elsewhere than to the administrator's own file", source: list, keptBy: "R63" },
  { code: "InvalidParameter", sense: "custom data is no base64, or too long", source: list, keptBy: "R65" },
  { code: "InvalidParameter", sense: "the license type is unknown, or in other letters", source: list, keptBy: "R67" },
  { code: "InvalidParameter", sense: "the time zone is invalid", source: list, keptBy: "R303" },
  { code: "InvalidParameter", sense: "certificates come without the VM agent", source: list, keptBy: "R306" },
  { code: "InvalidParameter", sense: "the address of boot diagnostics is none of blobs", source: list, keptBy: "R299" },
  { code: "InvalidParameter", sense: "typeHandlerVersion is invalid", source: list, keptBy: "R312" },
  { code: "InvalidParameter", sense: "a LUN is out of its range", source: list, keptBy: "R316" },
  { code: "InvalidParameter", sense: "two data disks have one LUN", source: list, keptBy: "R187" },
  { code: "OperationNotAllowed", sense: "the data disks are more than the size takes", source: list, keptBy: "R188" },
  { code: "OperationNotAllowed", sense: "a disk is smaller than the one of the image", source: list, keptBy: "R195" },
  { code: "InvalidAccountType", sense: "the OS disk is of a type for data disks", source: list, keptBy: "R57" },
  {
    code: "InvalidParameter",
    sense: "a disk has a name",
    source: `${github}/Azure/azure-quickstart-templates/issues/6454`,
    keptBy: "R186",
  },
  {
    code: "InvalidParameter",
    sense: "a premium disk is on a size without them",
    source: `${github}/google/cloud-forensics-utils/issues/488`,
    keptBy: "R189",
  },
  {
    code: "InvalidParameter",
    sense: "an Ultra disk is not switched on for the machine",
    source: `${github}/ansible-collections/azure/issues/1356`,
    keptBy: "R190",
  },
  {
    code: "NotSupported",
    sense: "the size has no local storage for an ephemeral disk",
    source: `${github}/taskcluster/taskcluster/issues/8154`,
    keptBy: "R198",
  },
  {
    code: "NotSupported",
    sense: "an ephemeral disk is larger than the storage it is placed on",
    source: `${github}/cloudfoundry/bosh-azure-cpi-release/pull/674`,
    keptBy: "R199",
  },
  {
    code: "InvalidParameter",
    sense: "the size has no such disk controller",
    source: `${github}/Azure/FederalAVD/issues/20`,
    keptBy: "R401",
  },
  {
    code: "InvalidParameter",
    sense: "a disk controller is chosen with an image of generation 1",
    source: `${github}/fortinet/azure-templates/issues/76`,
    keptBy: "R402",
  },
  {
    code: "InvalidParameter",
    sense: "the size has NVMe alone, and the image's definition does not name it",
    source: `${github}/kubernetes-sigs/image-builder/pull/1875`,
    keptBy: "R403",
  },
  {
    code: "BadRequest",
    sense: "the size boots another generation than the image has",
    source: `${github}/microsoft/ga4gh-tes/issues/43`,
    keptBy: "R47",
  },
  {
    code: "NetworkInterfaceCountExceeded",
    sense: "the network interfaces are more than the size takes",
    source: `${github}/TheresaLui/SelfHelpContent_v2/blob/master/articles/microsoft.virtualmachines.rca.tdp/virtualmachine-tdp-rca-network-interfaces-exceeded.md`,
    keptBy: "R292",
  },
  {
    code: "QuotaExceeded",
    sense: "the instances need more cores than the subscription's quota has",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-resource-quota",
    notKept: "the region knows no quotas",
  },
  {
    code: "AllocationFailed",
    sense: "there is no room in the region",
    source: list,
    notKept: "the region has room for what this computer has room for",
  },
  {
    code: "SkuNotAvailable",
    sense: "the subscription does not get the size in the region",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-sku-not-available",
    notKept: "only Azure knows which sizes a subscription gets",
  },
  {
    code: "StorageAccountTypeNotSupported",
    sense: "the account of boot diagnostics is a premium one",
    source: list,
    notKept: "storage accounts are no resource type of the region",
  },
  {
    code: "RequestDisallowedByPolicy",
    sense: "a policy of the subscription forbids it",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy",
    notKept: "the region knows no policies",
  },
];
