/** Which of its two kinds of health states the extension reports: `typeHandlerVersion` 1.x has binary ones, 2.x rich ones. */
export type HealthStates = "binary" | "rich";

/** What came of asking the application, inside the instance, at `localhost`. */
export type HealthAnswer =
  | { readonly kind: "response"; readonly status: number; readonly body: string }
  /** The TCP handshake succeeded. */
  | { readonly kind: "connected" }
  /** Refused or broken off; to the extension that is no answer either. */
  | { readonly kind: "reset" }
  /** Nothing came within `healthTimeoutSeconds`. */
  | { readonly kind: "no answer" };

/** What one answer says of the application. */
export interface Reading {
  readonly state: "Healthy" | "Unhealthy" | "Unknown";
  readonly because: string;
}

/** How long the extension waits for an answer, in seconds: longer than its interval may be (from the source of versions 1 and 2). */
export const healthTimeoutSeconds = 30;

/** Reads one answer as the health extension does. An answer that the protocol cannot give counts as none. */
export function readHealthAnswer(states: HealthStates, protocol: "http" | "https" | "tcp" | undefined, answer: HealthAnswer): Reading {
  if (protocol === undefined) {
    return { state: "Healthy", because: "the extension has no protocol, so it asks nothing" };
  }
  if (protocol === "tcp") {
    return answer.kind === "connected"
      ? { state: "Healthy", because: "the port accepted a connection" }
      : {
          state: "Unhealthy",
          because: answer.kind === "reset" ? "the port refused the connection or broke it off" : "the port accepted no connection",
        };
  }
  if (answer.kind !== "response") {
    return {
      state: states === "rich" ? "Unknown" : "Unhealthy",
      because: answer.kind === "reset" ? "the application refused the connection or broke it off" : "the application did not answer",
    };
  }
  return states === "rich" ? readRich(answer.status, answer.body) : readBinary(answer.status);
}

function readBinary(status: number): Reading {
  return { state: status === 200 ? "Healthy" : "Unhealthy", because: `the application answered with status ${status}` };
}

function readRich(status: number, body: string): Reading {
  if (status < 200 || status > 299) {
    return { state: "Unknown", because: `the application answered with status ${status}, and only 2xx counts` };
  }
  const state = stateInBody(body);
  return state === undefined
    ? { state: "Unknown", because: `the application's answer has no ApplicationHealthState of "Healthy" or "Unhealthy"` }
    : { state, because: `the application says that it is ${state}` };
}

/**
 * Finds the state as the JSON library of the extension's language does: keys in any case, the last of several counts, null as if the key
 * were not there, and a value of the wrong type makes the whole body invalid.
 */
function stateInBody(body: string): "Healthy" | "Unhealthy" | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return undefined;
  }
  const fields = Object.entries(parsed)
    .map(([key, value]) => [key.toLowerCase(), value] as const)
    .filter(([key, value]) => (key === "applicationhealthstate" || key === "custommetrics") && value !== null);
  if (fields.some(([, value]) => typeof value !== "string")) {
    return undefined;
  }
  const state: unknown = fields.filter(([key]) => key === "applicationhealthstate").at(-1)?.[1];
  return state === "Healthy" || state === "Unhealthy" ? state : undefined;
}
