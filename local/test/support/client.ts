import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { Bag } from "../../../azure/properties/bag";
import { decode, encode } from "../../region/provider/protocol/wire";
import type { Subject } from "../../region/provider/protocol/provider";
import { bag } from "../../../azure/test/support/bags";

type Answered<Response> = (error: grpc.ServiceError | null, response: Response) => void;

/** The engine's end of a provider's connection, over the wire. */
export class Client {
  private readonly stub: ResourceProviderClient;

  constructor(port: number) {
    const own = { "grpc.use_local_subchannel_pool": 1, "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
    this.stub = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), own);
  }

  close(): void {
    this.stub.close();
  }

  /** @param engine The address of the engine's own service. */
  handshake(engine: string): Promise<messages.ProviderHandshakeResponse> {
    const request = new messages.ProviderHandshakeRequest();
    request.setEngineAddress(engine);
    return this.ask<messages.ProviderHandshakeResponse>((answered) => this.stub.handshake(request, answered));
  }

  configure(config: Bag): Promise<messages.ConfigureResponse> {
    const request = new messages.ConfigureRequest();
    request.setArgs(encode(config));
    return this.ask<messages.ConfigureResponse>((answered) => this.stub.configure(request, answered));
  }

  async version(): Promise<string> {
    return (await this.ask<PluginInfo>((answered) => this.stub.getPluginInfo(new Empty(), answered))).getVersion();
  }

  async check(subject: Subject, inputs: Bag, before: Bag = bag()): Promise<{ inputs: Bag; reasons: string[] }> {
    const request = addressed(new messages.CheckRequest(), subject);
    request.setOlds(encode(before));
    request.setNews(encode(inputs));
    const response = await this.ask<messages.CheckResponse>((answered) => this.stub.check(request, answered));
    return { inputs: decode(response.getInputs()), reasons: response.getFailuresList().map((failure) => failure.getReason()) };
  }

  diff(subject: Subject, id: string, before: Bag, inputs: Bag): Promise<messages.DiffResponse> {
    const request = addressed(new messages.DiffRequest(), subject);
    request.setId(id);
    request.setOldInputs(encode(before));
    request.setNews(encode(inputs));
    return this.ask<messages.DiffResponse>((answered) => this.stub.diff(request, answered));
  }

  async create(subject: Subject, inputs: Bag, preview = false): Promise<{ id: string; outputs: Bag }> {
    const request = addressed(new messages.CreateRequest(), subject);
    request.setProperties(encode(inputs));
    request.setPreview(preview);
    const response = await this.ask<messages.CreateResponse>((answered) => this.stub.create(request, answered));
    return { id: response.getId(), outputs: decode(response.getProperties()) };
  }

  async update(subject: Subject, id: string, inputs: Bag): Promise<Bag> {
    const request = addressed(new messages.UpdateRequest(), subject);
    request.setId(id);
    request.setNews(encode(inputs));
    return decode((await this.ask<messages.UpdateResponse>((answered) => this.stub.update(request, answered))).getProperties());
  }

  async read(subject: Subject, id: string): Promise<{ id: string; inputs: Bag; outputs: Bag }> {
    const request = addressed(new messages.ReadRequest(), subject);
    request.setId(id);
    const response = await this.ask<messages.ReadResponse>((answered) => this.stub.read(request, answered));
    return { id: response.getId(), inputs: decode(response.getInputs()), outputs: decode(response.getProperties()) };
  }

  async delete(subject: Subject, id: string): Promise<void> {
    const request = addressed(new messages.DeleteRequest(), subject);
    request.setId(id);
    await this.ask<Empty>((answered) => this.stub.delete(request, answered));
  }

  async invoke(token: string, args: Bag): Promise<Bag> {
    const request = new messages.InvokeRequest();
    request.setTok(token);
    request.setArgs(encode(args));
    return decode((await this.ask<messages.InvokeResponse>((answered) => this.stub.invoke(request, answered))).getReturn());
  }

  async cancel(): Promise<void> {
    await this.ask<Empty>((answered) => this.stub.cancel(new Empty(), answered));
  }

  getSchema(): Promise<messages.GetSchemaResponse> {
    return this.ask<messages.GetSchemaResponse>((answered) => this.stub.getSchema(new messages.GetSchemaRequest(), answered));
  }

  private ask<Response>(call: (answered: Answered<Response>) => unknown): Promise<Response> {
    return new Promise((resolve, reject) => {
      call((error, response) => (error ? reject(error) : resolve(response)));
    });
  }
}

interface Addressed {
  setUrn(urn: string): unknown;
  setType(type: string): unknown;
  setName(name: string): unknown;
}

function addressed<Request extends Addressed>(request: Request, { urn, type, name }: Subject): Request {
  request.setUrn(urn);
  request.setType(type);
  request.setName(name);
  return request;
}
