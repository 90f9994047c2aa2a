/**
 * The cases in which the region does not do what Azure does, and why. The list may only become shorter: a case that is on it and holds
 * fails the tests as much as one that is not on it and does not hold.
 */
export const notHeld: ReadonlyMap<string, string> = new Map([
  ["12-vmss-without-upgrade-policy", "no rule of scale sets yet"],
  ["13-vmss-flexible-without-network-api", "no rule of scale sets yet"],
  ["14-vmss-flexible-without-fault-domains", "no rule of scale sets yet"],
  ["15-vmss-data-disk-name", "no rule of scale sets yet"],
  ["16-vmss-ip-versions-in-one-pool", "no rule of scale sets yet"],
  ["18-action-group-long-short-name", "action groups are refused with a general code"],
  ["19-action-group-placeholder-webhook", "no rule of autoscale and monitor yet"],
  ["20-metric-alert-other-namespace", "no rule of autoscale and monitor yet"],
  ["33-vmss-hpc-in-one-placement-group", "HPC sizes are held to 100 instances in a placement group"],
  ["36-vmss-fault-domains-from-default", "no rule of scale sets yet"],
  ["41-vmss-eleventh-model", "the region counts no models in use yet"],
  ["42-autoscale-two-minutes", "no rule of autoscale and monitor yet"],
  ["43-autoscale-metric-of-another-type", "no rule of autoscale and monitor yet"],
  ["47-vmss-extension-without-way-out", "machines run no extensions but the health extension, so that none fails"],
  ["52-lb-internal-backend-reaches-itself", "machines have no way to the frontends of load balancers, neither of their own nor of others"],
  ["53-lb-https-probe-self-signed", "no test shows yet that an Https probe takes a self-signed certificate"],
  ["139-vmss-moves-to-another-network", "scale sets are refused with a general code"],
  ["141-vmss-linux-disk-of-windows-image", "no rule of scale sets yet"],
  ["143-vmss-ephemeral-disk-beyond-cache", "no rule of scale sets yet"],
  ["147-vmss-premium-disk-on-a-plain-size", "no rule of scale sets yet"],
  ["149-vmss-unattend-content-changes", "no rule of scale sets yet"],
  ["157-alert-on-two-load-balancers", "no rule of autoscale and monitor yet"],
  ["159-alert-scopes-of-two-types", "no rule of autoscale and monitor yet"],
  ["161-action-group-runbook-without-name", "no rule of autoscale and monitor yet"],
]);
