import type { Behaviour } from "../../../../azure/fidelity/behaviour";
import { loadBalancerApi, manageProbesPage, probesPage } from "../../../../azure/fidelity/sources";

export const loadBalancerProbeBehaviours: Behaviour[] = [
  {
    id: "probe-200",
    title: "A probe over http succeeds with status 200 alone, one over tcp with a handshake",
    grade: "documented",
    source: probesPage,
  },
  {
    id: "probe-https",
    title: "A probe over https takes any certificate, names no server, and asks for the address and port of the instance",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/97795",
  },
  {
    id: "probe-explicit-failure",
    title: "A status other than 200 or a reset connection takes the backend out at once, whatever the threshold",
    grade: "documented",
    source: manageProbesPage,
    note: "Said of http and https. Over tcp the region does the same, as the probe page names a reset as a failure beside the timeouts that are counted.",
  },
  {
    id: "probe-silence",
    title: "Silence takes a backend out after probeThreshold probes in a row",
    grade: "documented",
    source: loadBalancerApi,
    note: "Documented inconsistently: the API counts silent probes by numberOfProbes and failures of any kind by probeThreshold, the probe page takes the backend out at once. Whoever sets both alike sees no difference.",
  },
  {
    id: "probe-return",
    title: "A backend comes back after probeThreshold successes in a row",
    grade: "documented",
    source: loadBalancerApi,
    note: "Documented inconsistently: the probe page speaks of one success. A backend that keeps changing waits longer on Azure, for a time that is not written down; here it does not.",
  },
  {
    id: "probe-first-success",
    title: "One success is enough for a backend that has not been up since it booted",
    grade: "documented",
    source: probesPage,
  },
  {
    id: "probe-stopped",
    title: "A stopped instance is out, and is not probed before it starts again",
    grade: "documented",
    source: probesPage,
  },
  {
    id: "probe-timeout",
    title: "A probe over http waits for an interval but no longer than 30 seconds, one over tcp for an interval",
    grade: "documented",
    source: probesPage,
  },
  {
    id: "probe-defaults",
    title: "A probe goes out every 15 seconds and believes one answer by default",
    grade: "documented",
    source: loadBalancerApi,
    note: "The portal fills in 5 seconds instead. The default of probeThreshold is assumed.",
  },
];

export const loadBalancerBackendBehaviours: Behaviour[] = [
  {
    id: "backends-up-only",
    title: "New connections go to the backends whose probe is up, and standing ones go on",
    grade: "documented",
    source: probesPage,
  },
  {
    id: "backends-all-down",
    title: "With all probes down nobody gets a new connection, and standing ones go on if there is more than one backend",
    grade: "documented",
    source: probesPage,
  },
  {
    id: "backends-all-probed-up",
    title: "With all probes down and AllProbedUp everybody gets new connections",
    grade: "documented",
    source: loadBalancerApi,
  },
  {
    id: "backends-security-group",
    title: "A backend that a network security group closes gets no connection",
    grade: "documented",
    source: probesPage,
    note: "On Azure the load balancer still picks the backend and the group drops the packets, so that some connections hang; here the backend is left out.",
  },
  {
    id: "backends-read-back",
    title: "A pool is read back with the IP configurations of its instances, which a refresh makes inputs whenever they have changed",
    grade: "source",
    source: "https://github.com/pulumi/pulumi-azure-native/blob/v3.28.0/provider/pkg/provider/provider.go",
    note: "So the next update shows that they are taken away, and changes nothing. A refresh of the scale set alone (pulumi refresh --target) leaves the load balancer as it is.",
  },
  {
    id: "backends-unprobed",
    title: "A rule without a probe sends new connections to every backend",
    grade: "assumed",
    source: probesPage,
  },
];
