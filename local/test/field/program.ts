import * as fs from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import type { ResourceInvokeRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import * as ts from "typescript";
import type { Bag } from "../../../azure/properties/bag";
import { decode, encode } from "../../region/provider/protocol/wire";

/** A resource as a program declares it. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  readonly inputs: Bag;
  readonly ignoreChanges: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

/** What answers a program in the engine's place. */
export interface Registrar {
  register(resource: Declared): Promise<{ id: string; outputs: Bag }>;
  invoke(token: string, args: Bag): Bag;
}

/** The settings of the stack, without the project's name. */
export type Settings = Readonly<Record<string, string>>;

const project = "field";
const stack = "test";

/** Runs a program as a language host does, until all that it declares has been answered. */
export async function runProgram(file: string, registrar: Registrar, preview: boolean, settings: Settings): Promise<void> {
  const answers = new AnsweringMonitor(registrar);
  // Only this switches on what the SDK may ask of an engine.
  await pulumi.runtime.setMocks(answers.mocks, project, stack, preview);
  pulumi.runtime.setMockOptions(answers, project, stack, preview);
  pulumi.runtime.setAllConfig(Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${project}:${name}`, value])));
  // The SDK notes the stack of each promise, which would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    evaluate(file);
    await pulumi.runtime.disconnect();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Evaluates a program anew, which `require` does only once. */
function evaluate(file: string): void {
  const { outputText } = ts.transpileModule(fs.readFileSync(file, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function("require", "exports", outputText)(require, {});
}

type Callback<T> = (error: unknown, response?: T) => void;

/** The engine's resource monitor, with properties in the engine's wire format: values that are not known yet, and secrets. */
class AnsweringMonitor extends MockMonitor {
  constructor(private readonly registrar: Registrar) {
    super({ newResource: unexpected, call: unexpected });
  }

  override async registerResource(request: RegisterResourceRequest, callback: Callback<RegisterResourceResponse>): Promise<void> {
    await answer(callback, async () => {
      const { id, outputs } = await this.registrar.register({
        type: request.getType(),
        name: request.getName(),
        inputs: decode(request.getObject()),
        ignoreChanges: request.getIgnorechangesList(),
        deleteBeforeReplace: request.getDeletebeforereplace(),
      });
      const response = new RegisterResourceResponse();
      response.setUrn(`urn:pulumi:${stack}::${project}::${request.getType()}::${request.getName()}`);
      response.setId(id);
      response.setObject(encode(outputs));
      return response;
    });
  }

  override async invoke(request: ResourceInvokeRequest, callback: Callback<InvokeResponse>): Promise<void> {
    await answer(callback, async () => {
      const response = new InvokeResponse();
      response.setReturn(encode(this.registrar.invoke(request.getTok(), decode(request.getArgs()))));
      return response;
    });
  }
}

async function answer<T>(callback: Callback<T>, respond: () => Promise<T>): Promise<void> {
  let response: T;
  try {
    response = await respond();
  } catch (error) {
    callback(error);
    return;
  }
  callback(null, response);
}

function unexpected(): never {
  throw new Error("nothing asks the mocks themselves");
}
