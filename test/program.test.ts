import type { Output } from "@pulumi/pulumi";
import { configurationOf, type Overrides } from "./support/settings";

/** Runs the whole program, index.ts, from a fresh start: it reads its settings while it is loaded. */
async function runProgram(overrides: Overrides, preview = false) {
  let run: Awaited<ReturnType<typeof runFresh>> | undefined;
  await jest.isolateModulesAsync(async () => {
    run = await runFresh(overrides, preview);
  });
  if (!run) {
    throw new Error("the program did not run");
  }
  return run;
}

async function runFresh(overrides: Overrides, preview: boolean) {
  const pulumi = await import("@pulumi/pulumi");
  const { deploy, valueOf } = await import("./support/deploy");
  const warnings: string[] = [];
  jest.spyOn(pulumi.log, "warn").mockImplementation((message) => {
    warnings.push(message);
    return Promise.resolve();
  });
  const outcome = { RunError: pulumi.RunError, warnings, outputs: {} as Record<string, unknown>, error: undefined as unknown };
  const program = async () => {
    try {
      const outputs: Record<string, Output<unknown>> = { ...(await import("../index")) };
      if (!preview) {
        const values = Object.entries(outputs).map(async ([key, output]) => [key, await valueOf(output)] as const);
        outcome.outputs = Object.fromEntries(await Promise.all(values));
      }
    } catch (error) {
      outcome.error = error;
    }
  };
  const { resources } = await deploy(program, { preview, configuration: configurationOf(overrides) });
  return { ...outcome, resources };
}

describe("the program", () => {
  it("deploys the tier that the settings describe, and says where it is", async () => {
    const { outputs, resources, warnings } = await runProgram({ name: "shop", vmSize: "Standard_D2s_v5", frontendPort: 8080 });
    expect(outputs).toEqual({
      url: "http://shop-abcd1234.westeurope.cloudapp.azure.com:8080",
      publicIpAddress: "203.0.113.10",
      sshCommand: "ssh -p 50000 adminuser@203.0.113.10",
      sshPortsCommand: "az vmss list-instance-connection-info --resource-group shop-resource-group --name shop-scale-set --output table",
      resourceGroupName: "shop-resource-group",
      scaleSetName: "shop-scale-set",
      loadBalancerName: "shop-scale-set-lb",
      portalUrl: expect.stringMatching(/^https:\/\/portal\.azure\.com\/#resource\/subscriptions\/.*\/shop-scale-set\/overview$/),
    });
    expect(resources.filter(({ parent }) => parent === undefined).map(({ type, name }) => `${type} ${name}`)).toEqual([
      "web-tier:index:WebTier shop",
    ]);
    expect(warnings).toEqual([]);
  });

  it("finds the user data in its own folder, wherever it is run from", async () => {
    const before = process.cwd();
    process.chdir("/");
    try {
      const { resources } = await runProgram({}, true);
      const scaleSet = resources.find(({ type }) => type === "azure-native:compute:VirtualMachineScaleSet");
      const profile = scaleSet?.inputs.virtualMachineProfile as { userData: string } | undefined;
      expect(Buffer.from(profile?.userData ?? "", "base64").toString()).toMatch(/^#!\/bin\/sh\n/);
    } finally {
      process.chdir(before);
    }
  });

  it("warns of a size that retires, and whose load autoscale does not see without CPU credits", async () => {
    expect((await runProgram({ vmSize: "Standard_B1s" }, true)).warnings.sort()).toEqual([
      expect.stringContaining("2028-11-15"),
      expect.stringContaining("CPU credits"),
    ]);
  });

  it("registers nothing with settings that are wrong, and says so in one error without a stack trace", async () => {
    const { error, resources, RunError } = await runProgram({ minimumInstances: 9, vmSize: "large" });
    expect(RunError.isInstance(error)).toBe(true);
    expect((error as Error).message).toContain("The settings have 2 problems; nothing was changed.");
    expect((error as Error).message).toContain("web-tier:minimumInstances");
    expect((error as Error).message).toContain("web-tier:vmSize");
    expect(resources).toEqual([]);
  });
});
