import type { Variation } from "./variation";

/**
 * The aspects that decide whether what a rule's cases do is wrong at all, or wrong in a second way too: zones in a region without zones
 * are no mistake where there are no zones. By type and rule; a case is not made to a resource that varies in one of these.
 */
const meddling: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "azure-native:network:NetworkSecurityGroup": { "R78-unique": ["direction", "priorities"] },
  "azure-native:network:VirtualNetwork": { "R124-space": ["subnets"], R131: ["subnets"] },
  "azure-native:network:Subnet": { T20: ["addresses", "subnetName"], R125: ["addresses"] },
  "azure-native:network:PublicIPAddress": {
    R5: ["zones"],
    "R82-in-use": ["dnsSettings", "location"],
    R140: ["dnsSettings", "location"],
    "R140-owner": ["dnsSettings", "location"],
    R141: ["dnsSettings"],
  },
  "azure-native:network:NatGateway": {
    R135: ["publicIpAddresses"],
    R136: ["publicIpAddresses"],
    R137: ["publicIpAddresses", "zones"],
    R138: ["publicIpAddresses"],
  },
  "azure-native:network:LoadBalancer": {
    R135: ["frontend"],
    "R135-frontends": ["frontend"],
    R1: ["frontend"],
    R7: ["frontend"],
    R10: ["the rule's ports", "floating IP"],
    "R11-backend-port": ["the rule's ports", "floating IP", "inbound NAT"],
    "R11-frontend-ports": ["the rule's ports", "inbound NAT"],
    "R12-unique": ["the rule's ports"],
    R14: ["outbound"],
    "R15-steps": ["frontend", "outbound"],
    R18: ["inbound NAT"],
    "R19-start": ["the rule's ports"],
  },
  "azure-native:compute:VirtualMachineScaleSet": {
    R1: ["addresses"],
    "R1-instances": ["pools"],
    R4: ["placement", "addresses"],
    R5: ["placement"],
    "R9-missing": ["health"],
    "R10-instances": ["pools", "health"],
    "R11-instances": ["pools", "orchestration", "health"],
    R15: ["pools", "addresses", "health"],
    R16: ["pools"],
    R176: ["pools", "addresses", "health"],
    R177: ["pools", "addresses", "health"],
    R20: ["pools", "orchestration"],
    R21: ["placement", "surge", "pools"],
    R24: ["pools"],
    R27: ["pools", "upgrade mode", "health"],
    R32: ["upgrade mode"],
    R33: ["placement"],
    R34: ["orchestration", "surge"],
    R35: ["percentages"],
    "R35-batch": ["percentages"],
    R36: ["placement"],
    R38: ["orchestration"],
    R39: ["orchestration", "access"],
    "R40-names": ["placement"],
    R41: ["placement", "orchestration", "surge"],
    "R43-reservation": ["placement", "orchestration"],
    R45: ["placement"],
    R48: ["size"],
    R52: ["image"],
    "R60-length": ["access"],
    R72: ["health"],
    "R72-agent": ["health"],
    R76: ["placement", "surge", "health"],
    "R76-health": ["orchestration"],
    "R76-latest": ["orchestration", "health", "image"],
    T1: ["health"],
    T6: ["health", "upgrade mode", "instances", "percentages"],
    T11: ["placement"],
    T14: ["health", "orchestration"],
    T17: ["user data", "access"],
    T24: ["further extensions", "custom data", "priority"],
    "T-nat-ports": ["pools", "orchestration"],
    "T-retiring-size": ["image"],
  },
  "azure-native:monitor:AutoscaleSetting": {
    "R86-step": ["capacity", "steps"],
    T10: ["capacity", "thresholds", "prediction", "steps"],
  },
  "azure-native:monitor:MetricAlert": {
    "R90-order": ["criteria", "times"],
    "R91-dynamic": ["criteria", "times"],
    "R91-dynamic-times": ["criteria", "times"],
    "R91-periods": ["criteria", "times"],
  },
};

/** True where a variation would make the cases of a rule about something else. */
export function meddlesWith(token: string, rule: string, { aspect }: Variation): boolean {
  return (meddling[token]?.[rule] ?? []).includes(aspect);
}
