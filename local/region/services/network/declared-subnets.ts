import { readSecurityGroup, type SecurityGroup } from "../../podman/edge/network-rules";
import { idKey } from "../../../../azure/arm/id";
import type { Properties } from "../../../../azure/properties/value";
import { type View, viewOf } from "../../../../azure/properties/view";
import { securityRule } from "../../../../azure/resources/network/security-rule";
import { virtualNetwork } from "../../../../azure/resources/network/virtual-network";
import type { Store } from "../../store/store";
import type { ScaleSetNetwork } from "../scale-set/scale-set-model";

/** The range of a subnet as a CIDR block, or undefined where the subnet is not declared. */
export function subnetPrefix(store: Store, id: string): string | undefined {
  const subnet = findSubnet(store, id);
  return subnet?.text("addressPrefix") ?? subnet?.texts("addressPrefixes")[0];
}

/** The security groups that a connection to an instance has to pass: that of its subnet, then that of its network interface. */
export function securityGroupsOf(store: Store, { subnetId, securityGroupId }: ScaleSetNetwork): SecurityGroup[] {
  const ofSubnet = findSubnet(store, subnetId)?.text("networkSecurityGroup.id");
  return [ofSubnet, securityGroupId].flatMap((id) => {
    const group = id === undefined ? undefined : store.find(id);
    return group ? [readSecurityGroup(group.outputs, ownRulesOf(store, group.id))] : [];
  });
}

/** The security rules of a group that are resources of their own. */
function ownRulesOf(store: Store, groupId: string): Properties[] {
  const inGroup = `${idKey(groupId)}/`;
  const own = store.all().filter(({ id, type }) => type === securityRule.token && idKey(id).startsWith(inGroup));
  return own.map(({ outputs }) => outputs);
}

/** The subnet as it is declared, as a resource of its own or in its network. */
function findSubnet(store: Store, id: string): View | undefined {
  const own = store.find(id);
  if (own) {
    return viewOf(own.outputs);
  }
  const [, networkId, name] = /^(.*)\/subnets\/([^/]+)$/i.exec(id) ?? [];
  const network = networkId === undefined ? undefined : store.find(networkId);
  return network?.type === virtualNetwork.token
    ? viewOf(network.outputs)
        .list("subnets")
        .find((subnet) => subnet.text("name")?.toLowerCase() === name.toLowerCase())
    : undefined;
}
