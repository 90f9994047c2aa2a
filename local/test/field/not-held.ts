/**
 * The cases in which the region does not do what Azure does, and why. The list may only become shorter: a case that is on it and holds
 * fails the tests as much as one that is not on it and does not hold.
 */
export const notHeld: ReadonlyMap<string, string> = new Map([
  ["47-vmss-extension-without-way-out", "machines run no extensions but the health extension, so that none fails"],
  ["52-lb-internal-backend-reaches-itself", "machines have no way to the frontends of load balancers, neither of their own nor of others"],
]);
