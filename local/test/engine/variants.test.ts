import { group, publicKey } from "./support/declarations";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();
const { region } = sandbox;

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const identityId = `${subscription}/resourceGroups/shared/providers/Microsoft.ManagedIdentity/userAssignedIdentities/web`;

beforeAll(async () => {
  const identity = {
    name: "identity",
    type: "azure-native:managedidentity:UserAssignedIdentity",
    properties: { resourceGroupName: "${group.name}", resourceName: "web" },
  };
  const shared = await sandbox.declare("shared", [group("group", { resourceGroupName: "shared" }), identity]);
  expect(await shared.up()).toMatchObject({ status: 0, errors: [] });
});

afterAll(() => sandbox.remove());

/** What the region keeps of the tier's resource of a type; undefined where the tier has none. */
function kept(type: string): Record<string, Record<string, unknown>> | undefined {
  return region.resources().find((resource) => resource.type.endsWith(`:${type}`))?.inputs as
    Record<string, Record<string, unknown>> | undefined;
}

const variants = {
  "trusted launch, SSH by pools, the way out by the load balancer": {
    settings: { "web-tier:inboundNat": "pools", "web-tier:outbound": "outboundRule" },
    securityProfile: { securityType: "TrustedLaunch", uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } },
    has: { pools: true, rules: false, gateway: false },
  },
  "standard security, SSH by rules, the way out by a NAT gateway": {
    settings: { "web-tier:securityType": "Standard", "web-tier:inboundNat": "rules", "web-tier:outbound": "natGateway" },
    securityProfile: {},
    has: { pools: false, rules: true, gateway: true },
  },
};

describe.each(Object.entries(variants))("a tier with %s", (_, { settings, securityProfile, has }) => {
  const name = has.pools ? "pools" : "rules";

  it("is previewed, deployed with its tags and its identity, and stays as it is", async () => {
    const stack = await sandbox.hostedStack("local", name, {
      "azure-native:location": "westeurope",
      "web-tier:sshPublicKeys": [publicKey],
      "web-tier:sshSourceAddressPrefixes": ["203.0.113.7/32"],
      "web-tier:tags": { team: "shop" },
      "web-tier:vmSize": "Standard_D2as_v5",
      "web-tier:identityId": identityId,
      ...settings,
    });
    expect(await stack.preview()).toMatchObject({ status: 0, errors: [] });
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });

    const scaleSet = kept("VirtualMachineScaleSet");
    expect(scaleSet).toMatchObject({
      tags: { team: "shop" },
      identity: { type: "UserAssigned", userAssignedIdentities: [identityId] },
    });
    expect(scaleSet?.virtualMachineProfile.securityProfile).toEqual(securityProfile);
    const balancer = kept("LoadBalancer");
    expect({
      pools: balancer?.inboundNatPools !== undefined,
      rules: balancer?.inboundNatRules !== undefined,
      gateway: kept("NatGateway") !== undefined,
    }).toEqual(has);
    expect(await stack.preview("--expect-no-changes")).toMatchObject({ status: 0, errors: [] });
  });

  it("is destroyed to nothing but what it shares", async () => {
    expect(await sandbox.known(name).destroy()).toMatchObject({ status: 0, errors: [] });
    expect(region.names()).toEqual(["ResourceGroup shared", "UserAssignedIdentity web"]);
  });
});
