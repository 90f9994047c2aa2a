import { apiVersions, type Endpoint, isEndpoint, isSupported, newestVersions } from "./api-versions";
import { asText, type MetadataDocument, select } from "./document";
import type { InstanceFacts, LoadBalancerFacts, ScheduledEvents } from "./facts";
import { instanceDocument } from "./instance-document";
import { parseStartRequests, scheduledEventsDocument } from "./scheduled-events-document";

export interface MetadataRequest {
  readonly method: string;
  /** The path with the query. */
  readonly target: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface MetadataAnswer {
  readonly status: number;
  readonly contentType: "application/json; charset=utf-8" | "text/plain; charset=utf-8";
  readonly body: string;
  /** True where the instance asked for scheduled events, which makes Azure send them from then on. */
  readonly asksForEvents?: true;
  /** Ids of the scheduled events that the instance approves. */
  readonly approves?: readonly string[];
}

/** All that the service answers from. */
export interface InstanceMetadata {
  readonly instance: InstanceFacts;
  /** Absent where the instance is behind no load balancer. */
  readonly loadBalancer?: LoadBalancerFacts;
  readonly scheduledEvents: ScheduledEvents;
}

/**
 * Answers a request as Azure's instance metadata service does
 * (https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service). Statuses and the texts about the header, the version
 * and a missing load balancer are Microsoft's; the other texts are not published.
 */
export function answerMetadataRequest(request: MetadataRequest, metadata: InstanceMetadata): MetadataAnswer {
  if (String(request.headers.metadata).toLowerCase() !== "true") {
    return refusal(400, "Bad request. Required metadata header not specified");
  }
  if (request.headers["x-forwarded-for"] !== undefined) {
    return refusal(400, "Bad request. The request came through a proxy: it has the header X-Forwarded-For");
  }
  const target = parseTarget(request.target);
  if (target === undefined) {
    return refusal(400, "Bad request. The address of the request cannot be read");
  }
  const { steps, query } = target;
  const repeated = [...new Set(query.keys())].find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined) {
    return refusal(400, `Bad request. The query has the parameter ${repeated} more than once`);
  }
  const [first, endpoint = "", ...path] = steps;
  if (first !== "metadata" || !(endpoint === "versions" || isEndpoint(endpoint)) || (endpoint !== "instance" && path.length > 0)) {
    return refusal(404, "Not found");
  }
  if (request.method !== "GET" && !(request.method === "POST" && endpoint === "scheduledevents")) {
    return refusal(405, `Method not allowed: ${request.method}`);
  }
  if (endpoint === "versions") {
    return json({ apiVersions });
  }
  const version = query.get("api-version") ?? "";
  if (!isSupported(endpoint, version)) {
    const error = "Bad request. api-version is invalid or was not specified in the request. For more information refer to aka.ms/azureimds";
    return json({ error, "newest-versions": newestVersions }, 400);
  }
  return answerEndpoint(endpoint, { request, metadata, version, path, format: query.get("format") ?? "json" });
}

interface Question {
  readonly request: MetadataRequest;
  readonly metadata: InstanceMetadata;
  readonly version: string;
  readonly path: readonly string[];
  readonly format: string;
}

function answerEndpoint(endpoint: Endpoint, question: Question): MetadataAnswer {
  switch (endpoint) {
    case "instance":
      return answerInstance(question);
    case "scheduledevents":
      return question.request.method === "POST" ? answerApproval(question) : answerEvents(question);
    case "loadbalancer":
      return answerLoadBalancer(question);
  }
}

function answerInstance({ metadata, version, path, format }: Question): MetadataAnswer {
  if (format !== "json" && format !== "text") {
    return refusal(400, `Bad request. The format is json or text, not ${format}`);
  }
  const place: MetadataDocument | undefined = select(instanceDocument(metadata.instance, version), path);
  if (place === undefined) {
    return refusal(404, "Not found");
  }
  if (format === "text") {
    return { status: 200, contentType: "text/plain; charset=utf-8", body: asText(place) };
  }
  return typeof place === "string" ? refusal(400, "Bad request. A single value needs the parameter format=text") : json(place);
}

function answerEvents({ metadata, version }: Question): MetadataAnswer {
  return { ...json(scheduledEventsDocument(metadata.scheduledEvents, version)), asksForEvents: true };
}

/** An event that is known is approved, however often; the page does not say what becomes of one that is not. */
function answerApproval({ request, metadata }: Question): MetadataAnswer {
  const ids = parseStartRequests(request.body);
  const known = metadata.scheduledEvents.Events.map(({ EventId }) => EventId);
  if (ids === undefined || !ids.every((id) => known.includes(id))) {
    return refusal(400, `Bad request. The body must be {"StartRequests": [{"EventId": …}]} with the ids of scheduled events`);
  }
  return { status: 200, contentType: "text/plain; charset=utf-8", body: "", approves: ids };
}

/** Unlike the instance's document, this one has numbers in it (https://learn.microsoft.com/azure/load-balancer/howto-load-balancer-imds). */
function answerLoadBalancer({ metadata: { loadBalancer } }: Question): MetadataAnswer {
  if (loadBalancer === undefined) {
    const advice = "Check if your virtual machine is using any nonbasic SKU load balancer and retry later.";
    return refusal(404, `No load balancer metadata is found. ${advice}`);
  }
  const { publicIpAddresses, inboundRules, outboundRules } = loadBalancer;
  return json({ loadbalancer: { publicIpAddresses, inboundRules, outboundRules } });
}

function parseTarget(target: string): { steps: string[]; query: URLSearchParams } | undefined {
  try {
    const { pathname, searchParams } = new URL(target, "http://169.254.169.254");
    const steps = pathname.replace(/\/$/, "").split("/").slice(1).map(decodeURIComponent);
    return { steps, query: searchParams };
  } catch {
    return undefined;
  }
}

export function refusal(status: number, error: string): MetadataAnswer {
  return json({ error }, status);
}

function json(document: unknown, status = 200): MetadataAnswer {
  return { status, contentType: "application/json; charset=utf-8", body: JSON.stringify(document) };
}
