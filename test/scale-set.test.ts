import { ScaleSet, type ScaleSetArgs } from "../src/scale-set";
import { deploy, idOf, valueOf } from "./support/deploy";
import { remembered } from "./support/remembered";
import { publicKey } from "./support/settings";

const args: ScaleSetArgs = {
  resourceGroupName: "group",
  computerNamePrefix: "web",
  subnetId: "/subnets/web",
  backendAddressPoolId: "/pools/instances",
  inboundNatPoolId: "/natPools/ssh",
  zones: ["1", "2", "3"],
  vmSize: "Standard_B1s",
  image: { publisher: "debian", offer: "debian-13", sku: "13-gen2" },
  securityType: "TrustedLaunch",
  encryptionAtHost: false,
  userData: "IyEvYmluL3NoCg==",
  adminUsername: "adminuser",
  sshPublicKeys: [publicKey],
  initialInstances: 2,
  liveness: { port: 80, requestPath: "/healthz", intervalInSeconds: 5, numberOfProbes: 3 },
  repairGracePeriod: "PT10M",
  maxSurge: true,
  terminateNotificationMinutes: 0,
};

const scaleSetOf = remembered(async (overrides: Partial<ScaleSetArgs>, preview: boolean) => {
  const { find, result } = await deploy(() => new ScaleSet("web", { ...args, ...overrides }), { preview });
  const scaleSet = find("azure-native:compute:VirtualMachineScaleSet");
  return { ...scaleSet, profile: scaleSet.inputs.virtualMachineProfile as Record<string, unknown>, result };
});

describe.each([
  { mode: "update", preview: false },
  { mode: "preview", preview: true },
])("in a run of $mode, the scale set", ({ preview }) => {
  it("is uniform, spread over the zones as far as they allow, and has only the instances it needs", async () => {
    const { inputs } = await scaleSetOf({}, preview);
    expect(inputs).toMatchObject({
      resourceGroupName: "group",
      orchestrationMode: "Uniform",
      zones: ["1", "2", "3"],
      platformFaultDomainCount: 1,
      singlePlacementGroup: false,
      overprovision: false,
      sku: { name: "Standard_B1s", tier: "Standard", capacity: 2 },
    });
    expect(inputs).not.toHaveProperty("zoneBalance");
  });

  it("is upgraded one instance of three at a time, and only while instances are healthy", async () => {
    const { inputs } = await scaleSetOf({}, preview);
    expect(inputs.upgradePolicy).toEqual({
      mode: "Rolling",
      rollingUpgradePolicy: {
        maxBatchInstancePercent: 33,
        maxUnhealthyInstancePercent: 50,
        maxUnhealthyUpgradedInstancePercent: 20,
        maxSurge: true,
        pauseTimeBetweenBatches: "PT30S",
        prioritizeUnhealthyInstances: true,
        rollbackFailedInstancesOnPolicyBreach: true,
      },
      automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: false },
    });
  });

  it("is upgraded in place without surge", async () => {
    const { inputs } = await scaleSetOf({ maxSurge: false }, preview);
    expect(inputs.upgradePolicy).toMatchObject({ mode: "Rolling", rollingUpgradePolicy: { maxSurge: false } });
  });

  it("replaces instances that are unhealthy for longer than the grace period", async () => {
    const { inputs } = await scaleSetOf({ repairGracePeriod: "PT30M" }, preview);
    expect(inputs.automaticRepairsPolicy).toEqual({ enabled: true, gracePeriod: "PT30M", repairAction: "Replace" });
  });

  it("knows health from the extension alone, which any page with status 200 satisfies", async () => {
    const liveness = { port: 8080, requestPath: "/live", intervalInSeconds: 10, numberOfProbes: 4 };
    const { profile } = await scaleSetOf({ liveness }, preview);
    expect(profile.extensionProfile).toEqual({
      extensions: [
        {
          name: "HealthExtension",
          publisher: "Microsoft.ManagedServices",
          type: "ApplicationHealthLinux",
          typeHandlerVersion: "1.0",
          autoUpgradeMinorVersion: true,
          enableAutomaticUpgrade: true,
          settings: { protocol: "http", port: 8080, requestPath: "/live", intervalInSeconds: 10, numberOfProbes: 4 },
        },
      ],
    });
    expect(profile.networkProfile).not.toHaveProperty("healthProbe");
  });

  it("lets nobody in by password, and the given keys as the administrator", async () => {
    const { profile } = await scaleSetOf({ adminUsername: "operator", sshPublicKeys: [publicKey, `${publicKey}-2`] }, preview);
    expect(profile.osProfile).toEqual({
      computerNamePrefix: "web",
      adminUsername: "operator",
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        provisionVMAgent: true,
        ssh: {
          publicKeys: [
            { path: "/home/operator/.ssh/authorized_keys", keyData: publicKey },
            { path: "/home/operator/.ssh/authorized_keys", keyData: `${publicKey}-2` },
          ],
        },
      },
    });
  });

  it("has its instances in the subnet, the backend pool and the NAT pool, with no public addresses", async () => {
    const { profile } = await scaleSetOf({}, preview);
    expect(profile.networkProfile).toEqual({
      networkInterfaceConfigurations: [
        {
          name: "primary",
          primary: true,
          ipConfigurations: [
            {
              name: "primary",
              primary: true,
              subnet: { id: "/subnets/web" },
              loadBalancerBackendAddressPools: [{ id: "/pools/instances" }],
              loadBalancerInboundNatPools: [{ id: "/natPools/ssh" }],
            },
          ],
        },
      ],
    });
  });

  it("refers to no NAT pool where there is none", async () => {
    const { profile } = await scaleSetOf({ inboundNatPoolId: undefined }, preview);
    expect(JSON.stringify(profile)).not.toContain("InboundNatPools");
  });

  it("boots Debian of the marketplace with the user data", async () => {
    const { profile } = await scaleSetOf({}, preview);
    expect(profile.storageProfile).toEqual({
      imageReference: { publisher: "debian", offer: "debian-13", sku: "13-gen2", version: "latest" },
      osDisk: { createOption: "FromImage", caching: "ReadWrite", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
    });
    expect(profile.userData).toBe("IyEvYmluL3NoCg==");
  });

  it("boots an image by its id alone, without user data if there is none", async () => {
    const { profile } = await scaleSetOf({ image: { id: "/images/web" }, userData: undefined }, preview);
    expect(profile.storageProfile).toMatchObject({ imageReference: { id: "/images/web" } });
    expect((profile.storageProfile as { imageReference: object }).imageReference).toEqual({ id: "/images/web" });
    expect(profile).not.toHaveProperty("userData");
  });

  it("starts its instances with secure boot and vTPM", async () => {
    const { profile } = await scaleSetOf({}, preview);
    expect(profile.securityProfile).toEqual({
      securityType: "TrustedLaunch",
      uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
    });
  });

  it("starts them without on demand, and names no security type, as Standard has no name in this API", async () => {
    const { profile } = await scaleSetOf({ securityType: "Standard" }, preview);
    expect(profile.securityProfile).toEqual({});
  });

  it("has their hosts encrypt all disks on demand", async () => {
    const { profile } = await scaleSetOf({ securityType: "Standard", encryptionAtHost: true }, preview);
    expect(profile.securityProfile).toEqual({ encryptionAtHost: true });
  });

  it("has them act under the identity that is given, and says so when there is none", async () => {
    const { inputs } = await scaleSetOf({ identityId: "/identities/web" }, preview);
    expect(inputs.identity).toEqual({ type: "UserAssigned", userAssignedIdentities: ["/identities/web"] });
    expect((await scaleSetOf({}, preview)).inputs.identity).toEqual({ type: "None" });
  });

  it("keeps what instances print while they boot, in managed storage", async () => {
    const { profile } = await scaleSetOf({}, preview);
    expect(profile.diagnosticsProfile).toEqual({ bootDiagnostics: { enabled: true } });
  });

  it.each([
    [5, { enable: true, notBeforeTimeout: "PT5M" }],
    [15, { enable: true, notBeforeTimeout: "PT15M" }],
    [0, { enable: false }],
  ])("gives instances %i minutes before they are deleted", async (terminateNotificationMinutes, expected) => {
    const { profile } = await scaleSetOf({ terminateNotificationMinutes }, preview);
    expect(profile.scheduledEventsProfile).toEqual({ terminateNotificationProfile: expected });
  });

  it("leaves the number of instances to autoscale after the first deployment", async () => {
    expect((await scaleSetOf({}, preview)).ignoreChanges).toEqual(["sku.capacity"]);
  });

  it("is replaced where Azure refuses a change, but not for new zones, sizes, images, user data or keys", async () => {
    expect((await scaleSetOf({}, preview)).replaceOnChanges).toEqual([
      "orchestrationMode",
      "platformFaultDomainCount",
      "virtualMachineProfile.osProfile.computerNamePrefix",
      "virtualMachineProfile.osProfile.adminUsername",
      "virtualMachineProfile.osProfile.linuxConfiguration.provisionVMAgent",
      "virtualMachineProfile.storageProfile.imageReference.publisher",
      "virtualMachineProfile.storageProfile.imageReference.offer",
      "virtualMachineProfile.storageProfile.osDisk.managedDisk.storageAccountType",
      "virtualMachineProfile.securityProfile.encryptionAtHost",
    ]);
  });

  it("takes trusted launch and encryption at host in place, and is replaced to give them up", async () => {
    const securityType = "virtualMachineProfile.securityProfile.securityType";
    const encryption = "virtualMachineProfile.securityProfile.encryptionAtHost";
    const replacing = async (overrides: Partial<ScaleSetArgs>) =>
      (await scaleSetOf(overrides, preview)).replaceOnChanges.filter((path) => [securityType, encryption].includes(path));
    expect(await replacing({ encryptionAtHost: true })).toEqual([]);
    expect(await replacing({ securityType: "Standard" })).toEqual([securityType, encryption]);
  });

  it("makes room for its replacement only where the two cannot share a NAT pool", async () => {
    expect((await scaleSetOf({}, preview)).deleteBeforeReplace).toBe(true);
    expect((await scaleSetOf({ inboundNatPoolId: undefined }, preview)).deleteBeforeReplace).toBe(false);
  });

  it("is given an hour for what Azure takes long for", async () => {
    expect((await scaleSetOf({}, preview)).timeouts).toEqual(["60m", "60m", "60m"]);
  });
});

it("says what it is called", async () => {
  const { result } = await scaleSetOf({}, false);
  expect(await valueOf(result.id)).toBe(idOf("azure-native:compute:VirtualMachineScaleSet", "web"));
  expect(await valueOf(result.scaleSetName)).toBe("web");
});
