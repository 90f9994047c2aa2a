/** A published file of Microsoft's, generated from the descriptions of Azure's REST API. */
export interface ModelFile {
  /** A package of PyPI. Those of npm leave out which numbers are whole. */
  readonly package: string;
  readonly version: string;
  readonly path: string;
  /** The version of the API that it describes. */
  readonly apiVersion: string;
}

/** Where Microsoft develops the package, at the tag of its release. */
export function addressOf({ package: name, version, path }: ModelFile): string {
  const folder = name.replace("azure-mgmt-", "");
  return `https://github.com/Azure/azure-sdk-for-python/blob/${name}_${version}/sdk/${folder}/${name}/${path}`;
}

const network: ModelFile = {
  package: "azure-mgmt-network",
  version: "28.1.0",
  path: "azure/mgmt/network/models/_models_py3.py",
  apiVersion: "2024-05-01",
};
const compute: ModelFile = {
  package: "azure-mgmt-compute",
  version: "34.1.0",
  path: "azure/mgmt/compute/v2024_11_01/models/_models_py3.py",
  apiVersion: "2024-11-01",
};
const monitor = (apiVersion: string): ModelFile => ({
  package: "azure-mgmt-monitor",
  version: "6.0.2",
  path: `azure/mgmt/monitor/v${apiVersion.replaceAll("-", "_")}/models/_models_py3.py`,
  apiVersion,
});

/** Where the model of each resource type is: the file, and the name of the model in it. */
export const modelsOfResources: Record<string, { readonly file: ModelFile; readonly model: string }> = {
  "azure-native:network:VirtualNetwork": { file: network, model: "VirtualNetwork" },
  "azure-native:network:Subnet": { file: network, model: "Subnet" },
  "azure-native:network:NetworkSecurityGroup": { file: network, model: "NetworkSecurityGroup" },
  "azure-native:network:SecurityRule": { file: network, model: "SecurityRule" },
  "azure-native:network:ApplicationSecurityGroup": { file: network, model: "ApplicationSecurityGroup" },
  "azure-native:network:PublicIPPrefix": { file: network, model: "PublicIPPrefix" },
  "azure-native:network:PublicIPAddress": { file: network, model: "PublicIPAddress" },
  "azure-native:network:NatGateway": { file: network, model: "NatGateway" },
  "azure-native:network:LoadBalancer": { file: network, model: "LoadBalancer" },
  "azure-native:compute:VirtualMachineScaleSet": { file: compute, model: "VirtualMachineScaleSet" },
  "azure-native:monitor:AutoscaleSetting": { file: monitor("2021-05-01-preview"), model: "AutoscaleSettingResource" },
  // No package of Microsoft's has the preview that azure-native takes, 2024-10-01-preview; this is the version before it.
  "azure-native:monitor:ActionGroup": { file: monitor("2023-01-01"), model: "ActionGroupResource" },
  "azure-native:monitor:MetricAlert": { file: monitor("2018-03-01"), model: "MetricAlertResource" },
  "azure-native:monitor:ActivityLogAlert": { file: monitor("2020-10-01"), model: "ActivityLogAlertResource" },
};

/** Where later versions of the API list the values of their enumerations, by the package of the models. */
export const laterEnumerations: Record<string, Pick<ModelFile, "package" | "version" | "path">> = {
  "azure-mgmt-network": { package: "azure-mgmt-network", version: "33.1.0", path: "azure/mgmt/network/models/_enums.py" },
  "azure-mgmt-compute": { package: "azure-mgmt-compute", version: "39.0.0", path: "azure/mgmt/compute/models/_enums.py" },
};
