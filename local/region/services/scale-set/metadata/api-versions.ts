/** The page that the versions and the names of this folder are from, as of 11 April 2023 with additions up to 2025. */
export const metadataPage = "https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service";

/** The versions of the instance metadata service, oldest first. Being dates, they compare as texts. */
export const apiVersions = [
  "2017-03-01",
  "2017-04-02",
  "2017-08-01",
  "2017-10-01",
  "2017-12-01",
  "2018-02-01",
  "2018-04-02",
  "2018-10-01",
  "2019-02-01",
  "2019-03-11",
  "2019-04-30",
  "2019-06-01",
  "2019-06-04",
  "2019-08-01",
  "2019-08-15",
  "2019-11-01",
  "2020-06-01",
  "2020-07-15",
  "2020-09-01",
  "2020-10-01",
  "2020-12-01",
  "2021-01-01",
  "2021-02-01",
  "2021-03-01",
  "2021-05-01",
  "2021-08-01",
  "2021-10-01",
  "2021-11-01",
  "2021-11-15",
  "2021-12-13",
  "2023-07-01",
  "2023-11-15",
  "2024-03-15",
  "2024-07-17",
  "2025-04-07",
];

/** Versions that scheduled events alone have (https://learn.microsoft.com/azure/virtual-machines/linux/scheduled-events). */
const scheduledEventsVersions = ["2017-11-01", "2019-01-01", "2019-04-01", "2020-07-01"];

/** The endpoints that take a version, with the version that brought each. */
export const endpointIntroduced = {
  instance: "2017-04-02",
  scheduledevents: "2017-08-01",
  loadbalancer: "2020-10-01",
} as const;

/** An endpoint below `/metadata/` that takes a version. */
export type Endpoint = keyof typeof endpointIntroduced;

export function isEndpoint(name: string): name is Endpoint {
  return Object.hasOwn(endpointIntroduced, name);
}

/** True for a version that the endpoint answers. */
export function isSupported(endpoint: Endpoint, version: string): boolean {
  const isKnown = apiVersions.includes(version) || (endpoint === "scheduledevents" && scheduledEventsVersions.includes(version));
  return isKnown && version >= endpointIntroduced[endpoint];
}

/** The three newest versions, newest first, which the service names when it gets none. */
export const newestVersions = apiVersions.slice(-3).reverse();
