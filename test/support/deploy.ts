import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

/** A resource as the program registered it. */
export interface Registered {
  /** Such as azure-native:network:Subnet. */
  readonly type: string;
  readonly name: string;
  /** Type and name of the resource that it is a child of; undefined for the stack's own children. */
  readonly parent: string | undefined;
  readonly inputs: Inputs;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly deleteBeforeReplace: boolean;
  /** Type and name of the resource that takes this one with it when it is deleted. */
  readonly deletedWith: string | undefined;
  /** Time limits of create, update and delete. */
  readonly timeouts: readonly string[];
}

/** Inputs as they go to the engine; tests read into them as deep as they need. */
export type Inputs = Readonly<Record<string, unknown>>;

export interface Deployment<T> {
  readonly result: T;
  readonly resources: readonly Registered[];
  /** The only resource of a type, or the one with this name; throws if there is none or more than one. */
  find(type: string, name?: string): Registered;
}

export interface DeployOptions {
  /** A preview knows nothing that a provider would only say after it created something. */
  readonly preview?: boolean;
  readonly configuration?: Readonly<Record<string, string>>;
}

/** Runs a program against a mocked engine and waits until everything that it registers is registered. */
export async function deploy<T>(program: () => T | Promise<T>, options: DeployOptions = {}): Promise<Deployment<T>> {
  const preview = options.preview ?? false;
  const inputsOf = new Map<string, Inputs>();
  const requests: RegisterResourceRequest[] = [];

  pulumi.runtime.setAllConfig({ ...options.configuration });
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        inputsOf.set(`${type} ${name}`, inputs);
        return preview
          ? { id: undefined, state: inputs }
          : { id: idOf(type, name), state: { ...inputs, ...outputsOf(type, name, inputs) } };
      },
      call: ({ token }) => {
        throw new Error(`the program calls ${token}, which no test expects`);
      },
    },
    "web-tier",
    "test",
    preview,
  );
  recordRequests(requests);

  // Pulumi keeps the stack of every promise that it makes. Jest would look up the source of every line of each; most are never read.
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 4;
  Error.prepareStackTrace = (error, lines) => [String(error), ...lines].join("\n    at ");
  let result: T;
  try {
    result = await program();
    await pulumi.runtime.disconnect();
  } finally {
    Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  }

  const resources = requests.map((request) => describe(request, inputsOf));
  return { result, resources, find: (type, name) => findOne(resources, type, name) };
}

/** Mocks are told of inputs only; parents and options are in the requests to the engine. */
function recordRequests(requests: RegisterResourceRequest[]): void {
  const monitor = pulumi.runtime.getMonitor() as unknown as MockMonitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request: RegisterResourceRequest, callback) => {
    requests.push(request);
    return register(request, callback);
  };
}

function describe(request: RegisterResourceRequest, inputsOf: ReadonlyMap<string, Inputs>): Registered {
  const timeouts = request.getCustomtimeouts();
  return {
    type: request.getType(),
    name: request.getName(),
    parent: typeAndName(request.getParent()),
    inputs: inputsOf.get(`${request.getType()} ${request.getName()}`) ?? {},
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    deleteBeforeReplace: request.getDeletebeforereplace(),
    deletedWith: typeAndName(request.getDeletedwith()),
    timeouts: timeouts ? [timeouts.getCreate(), timeouts.getUpdate(), timeouts.getDelete()] : [],
  };
}

/** From urn:pulumi:stack::project::type$type::name to its last type and its name. */
function typeAndName(urn: string): string | undefined {
  const [, , types, name] = urn.split("::");
  return types === undefined || types === "pulumi:pulumi:Stack" ? undefined : `${types.split("$").pop()} ${name}`;
}

function findOne(resources: readonly Registered[], type: string, name: string | undefined): Registered {
  const found = resources.filter((resource) => resource.type === type && (name === undefined || resource.name === name));
  if (found.length !== 1) {
    throw new Error(`there are ${found.length} resources of type ${type}${name ? ` and name ${name}` : ""}`);
  }
  return found[0];
}

/** The id that a resource gets from the mocked engine. */
export function idOf(type: string, name: string): string {
  const [provider, module, resource] = type.split(":");
  return provider === "azure-native" ? `/subscriptions/0/resourceGroups/group/providers/${module}/${resource}/${name}` : name;
}

/** What a provider adds to the inputs, as far as the tier uses it. */
function outputsOf(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  switch (type) {
    case "random:index/randomString:RandomString":
      return { result: "abcd1234" };
    case "azure-native:network:PublicIPAddress": {
      const { domainNameLabel } = (inputs.dnsSettings ?? {}) as { domainNameLabel?: string };
      const dnsSettings = domainNameLabel && { domainNameLabel, fqdn: `${domainNameLabel}.westeurope.cloudapp.azure.com` };
      return { name, ipAddress: "203.0.113.10", ...(dnsSettings && { dnsSettings }) };
    }
    case "azure-native:managedidentity:UserAssignedIdentity":
      return { name, principalId: "a6d5c1f0-0000-4000-8000-000000000001" };
    default:
      return { name };
  }
}

/** The value of an output; only for outputs that are known. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply((value) => resolve(value as T));
  });
}
