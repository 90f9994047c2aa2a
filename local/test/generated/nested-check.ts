import * as grpc from "@grpc/grpc-js";

/**
 * Asks a provider to check a resource group with a tag of so many levels. The request is written byte by byte, as the protobuf library
 * writes one level within the other and would not come to the end (https://protobuf.dev/programming-guides/encoding).
 */
export function checkNested(port: number, levels: number): Promise<void> {
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const asItIs = (bytes: Buffer) => bytes;
  return new Promise<void>((resolve, reject) => {
    client.makeUnaryRequest("/pulumirpc.ResourceProvider/Check", asItIs, asItIs, checkRequest(levels), (error) =>
      error ? reject(error) : resolve(),
    );
  }).finally(() => client.close());
}

/** The numbers of the fields are those of google/protobuf/struct.proto and pulumi/provider.proto. */
const structFields = 1;
const listValues = 1;
const entry = { key: 1, value: 2 };
const value = { text: 3, struct: 5, list: 6 };
const request = { urn: 1, news: 3, name: 6, type: 7 };
const resourceGroup = "azure-native:resources:ResourceGroup";

function checkRequest(levels: number): Buffer {
  let deep = text(value.text, "bottom");
  for (let level = 0; level < levels; level++) {
    deep = level % 2 === 0 ? field(value.struct, property("below", deep)) : field(value.list, field(listValues, deep));
  }
  const news = Buffer.concat([
    property("location", text(value.text, "westeurope")),
    property("tags", field(value.struct, property("deep", deep))),
  ]);
  return Buffer.concat([
    text(request.urn, `urn:pulumi:test::unit::${resourceGroup}::deep`),
    field(request.news, news),
    text(request.name, "deep"),
    text(request.type, resourceGroup),
  ]);
}

function property(name: string, content: Buffer): Buffer {
  return field(structFields, Buffer.concat([text(entry.key, name), field(entry.value, content)]));
}

function text(number: number, content: string): Buffer {
  return field(number, Buffer.from(content));
}

/** A field with its length in front. */
function field(number: number, content: Buffer): Buffer {
  const withLength = 2;
  return Buffer.concat([Buffer.from([(number << 3) | withLength]), variableLength(content.length), content]);
}

/** Seven bits in each byte, the lowest first; the eighth says that more follow. */
function variableLength(number: number): Buffer {
  const bytes: number[] = [];
  for (let rest = number; bytes.length === 0 || rest > 0; rest >>>= 7) {
    bytes.push(rest > 127 ? (rest & 127) | 128 : rest);
  }
  return Buffer.from(bytes);
}
