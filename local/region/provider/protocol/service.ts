import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { formatPath } from "../../../../azure/properties/path";
import { logFailure, type WriteLog } from "../../foundation/daemon-log";
import { shownLines } from "../../foundation/escape";
import { decode, encode } from "./wire";
import { partialFailure, refusal } from "./failures";
import {
  type Autonaming,
  type ChangeKind,
  type CheckFailure,
  IncompleteResource,
  type Provider,
  type ProviderSession,
  type Subject,
} from "./provider";
import type { Sessions } from "./sessions";

/** The engine's own word for what is not there; the engine then goes on without it. */
const unimplemented = (method: string) => ({ code: grpc.status.UNIMPLEMENTED, message: `the local region has no ${method}` });

const kinds: Record<ChangeKind, messages.PropertyDiff.Kind> = {
  add: messages.PropertyDiff.Kind.ADD,
  "add-replace": messages.PropertyDiff.Kind.ADD_REPLACE,
  delete: messages.PropertyDiff.Kind.DELETE,
  "delete-replace": messages.PropertyDiff.Kind.DELETE_REPLACE,
  update: messages.PropertyDiff.Kind.UPDATE,
  "update-replace": messages.PropertyDiff.Kind.UPDATE_REPLACE,
};

type Handler<Request, Response> = (request: Request, session: ProviderSession) => Response | Promise<Response>;

/**
 * Serves a provider to the Pulumi engine: the gRPC service ResourceProvider of pulumi/pulumi's proto/pulumi/provider.proto.
 * @param log Where requests that fail leave their stacks; the engine is told the messages.
 */
export function serve(server: grpc.Server, provider: Provider, sessions: Sessions, log: WriteLog): void {
  const answer =
    <Request, Response>(handle: Handler<Request, Response>): grpc.handleUnaryCall<Request, Response> =>
    async (call, callback) => {
      try {
        callback(null, await handle(call.request, sessions.of(call.getPeer())));
      } catch (error) {
        logFailure(log, `${provider.name}: ${call.getPath()}`, error as Error);
        callback(error instanceof IncompleteResource ? partialFailure(error) : refusal(error as Error));
      }
    };
  const refuse =
    (method: string): grpc.handleUnaryCall<unknown, unknown> =>
    (_, callback) =>
      callback(unimplemented(method));

  server.addService(ResourceProviderService as unknown as grpc.ServiceDefinition, {
    handshake: ((call, callback) => {
      sessions.begin(call.getPeer(), call.request.getEngineAddress());
      const response = new messages.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setSupportsAutonamingConfiguration(true);
      callback(null, response);
    }) as grpc.handleUnaryCall<messages.ProviderHandshakeRequest, messages.ProviderHandshakeResponse>,
    getPluginInfo: answer(() => {
      const info = new plugin.PluginInfo();
      info.setVersion(provider.version);
      return info;
    }),
    checkConfig: answer(checkConfig),
    diffConfig: answer(() => new messages.DiffResponse()),
    configure: answer(configure),
    check: answer(check),
    diff: answer(diff),
    create: answer(create),
    read: answer(read),
    update: answer(update),
    delete: answer(async (request: messages.DeleteRequest, session) => {
      await session.delete(request.getId());
      return new Empty();
    }),
    invoke: answer(invoke),
    cancel: ((call, callback) => {
      sessions.cancel(call.getPeer());
      callback(null, new Empty());
    }) as grpc.handleUnaryCall<Empty, Empty>,
    attach: answer(() => new Empty()),
    parameterize: refuse("parameterized packages"),
    getSchema: refuse("schema, from which code could be written; fix: pulumi import --generate-code=false"),
    call: refuse("resource methods"),
    list: refuse("listing of resources by type"),
    construct: refuse("components of its own"),
    getMapping: refuse("mappings"),
    getMappings: refuse("mappings"),
  });
}

interface Addressed {
  getUrn(): string;
  getType(): string;
  getName(): string;
}

/** Engines before type and name were sent apart left both to be read from the URN. */
function subjectOf(request: Addressed): Subject {
  const urn = request.getUrn();
  const [, , types, name] = urn.split("::");
  return { urn, type: request.getType() || (types ?? "").split("$").pop() || "", name: request.getName() || (name ?? "") };
}

function checkConfig(request: messages.CheckRequest, session: ProviderSession): messages.CheckResponse {
  return checkResponse(request.getNews(), session.checkConfig(decode(request.getNews())));
}

function configure(request: messages.ConfigureRequest, session: ProviderSession): messages.ConfigureResponse {
  session.configure(decode(request.getArgs()));
  const response = new messages.ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setSupportspreview(true);
  response.setSupportsAutonamingConfiguration(true);
  return response;
}

function check(request: messages.CheckRequest, session: ProviderSession): messages.CheckResponse {
  const { inputs, failures } = session.check(
    subjectOf(request),
    decode(request.getOlds()),
    decode(request.getNews()),
    autonamingOf(request.getAutonaming()),
    request.getRandomseed_asU8(),
  );
  return checkResponse(encode(inputs), failures);
}

function checkResponse(inputs: Struct | undefined, failures: CheckFailure[]) {
  const response = new messages.CheckResponse();
  response.setInputs(inputs);
  response.setFailuresList(failures.map(toFailure));
  return response;
}

/**
 * The engine would print the value of the property that a failure names: of a nested one it finds none, and of a secret one it must
 * not be the one to choose what is shown. So the property is part of the reason.
 */
function toFailure({ property, reason }: CheckFailure): messages.CheckFailure {
  const failure = new messages.CheckFailure();
  failure.setReason(shownLines(property === "" ? reason : `${property}: ${reason}`));
  return failure;
}

function autonamingOf(options: messages.CheckRequest.AutonamingOptions | undefined): Autonaming | undefined {
  const { Mode } = messages.CheckRequest.AutonamingOptions;
  if (!options) {
    return undefined;
  }
  const modes = { [Mode.PROPOSE]: "propose", [Mode.ENFORCE]: "enforce", [Mode.DISABLE]: "disabled" } as const;
  return { proposedName: options.getProposedName(), mode: modes[options.getMode()] };
}

function diff(request: messages.DiffRequest, session: ProviderSession): messages.DiffResponse {
  const { changes, deleteBeforeReplace } = session.diff(
    subjectOf(request),
    request.getId(),
    decode(request.getOldInputs()),
    decode(request.getNews()),
  );
  const response = new messages.DiffResponse();
  response.setChanges(changes.length > 0 ? messages.DiffResponse.DiffChanges.DIFF_SOME : messages.DiffResponse.DiffChanges.DIFF_NONE);
  response.setHasdetaileddiff(true);
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setDiffsList([...new Set(changes.map(({ path }) => String(path[0])))]);
  response.setReplacesList(changes.filter(({ kind }) => kind.endsWith("-replace")).map(({ path }) => formatPath(path)));
  for (const { path, kind } of changes) {
    const detail = new messages.PropertyDiff();
    detail.setKind(kinds[kind]);
    detail.setInputdiff(true);
    response.getDetaileddiffMap().set(formatPath(path), detail);
  }
  return response;
}

async function create(request: messages.CreateRequest, session: ProviderSession): Promise<messages.CreateResponse> {
  const { id, outputs } = await session.create(subjectOf(request), decode(request.getProperties()), request.getPreview());
  const response = new messages.CreateResponse();
  response.setId(id);
  response.setProperties(encode(outputs));
  return response;
}

async function read(request: messages.ReadRequest, session: ProviderSession): Promise<messages.ReadResponse> {
  const kept = [decode(request.getInputs()), decode(request.getProperties())] as const;
  const state = await session.read(subjectOf(request), request.getId(), ...kept);
  const response = new messages.ReadResponse();
  if (state) {
    response.setId(state.id);
    response.setInputs(encode(state.inputs));
    response.setProperties(encode(state.outputs));
  }
  return response;
}

async function update(request: messages.UpdateRequest, session: ProviderSession): Promise<messages.UpdateResponse> {
  const outputs = await session.update(subjectOf(request), request.getId(), decode(request.getNews()), request.getPreview());
  const response = new messages.UpdateResponse();
  response.setProperties(encode(outputs));
  return response;
}

function invoke(request: messages.InvokeRequest, session: ProviderSession): messages.InvokeResponse {
  const response = new messages.InvokeResponse();
  response.setReturn(encode(session.invoke(request.getTok(), decode(request.getArgs()))));
  return response;
}
