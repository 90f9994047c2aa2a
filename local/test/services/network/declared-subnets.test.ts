import type { Properties } from "../../../../azure/properties/value";
import { bag } from "../../../../azure/test/support/bags";
import { applicationSecurityGroup } from "../../../../azure/test/rules/valid/application-security-group";
import { networkSecurityGroup, securityRule } from "../../../../azure/test/rules/valid/network-security-group";
import { networkSecurityGroupId, subnetId } from "../../../../azure/test/rules/valid/virtual-network";
import { inboundAccess } from "../../../region/podman/edge/network-rules";
import { securityGroupsOf } from "../../../region/services/network/declared-subnets";
import { Store } from "../../../region/store/store";
import { Engine } from "../../support/engine";
import { createGroup, types } from "../../support/programs";
import { proves } from "../../support/proves";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();
const network = { subnetId, securityGroupId: networkSecurityGroupId, backendPoolIds: [], natPoolIds: [], applicationSecurityGroups: [] };

it("Security rules that are resources of their own stand in their group like those that it declares", async () => {
  proves("security-own");
  const engine = Engine.at(folder.path);
  const reason = () => {
    const groups = securityGroupsOf(new Store(folder.path), network);
    return inboundAccess(groups, { from: "visitor", address: "10.0.1.4", port: 80, applicationSecurityGroups: [] }).reason;
  };
  const open = { sourceAddressPrefix: "Internet", destinationPortRange: "80" };
  await createGroup(engine);
  await engine.create(types.networkSecurityGroup, "nsg", bag({ ...networkSecurityGroup(), securityRules: null }));
  await engine.create(types.networkSecurityGroup, "other", bag({ ...networkSecurityGroup(), networkSecurityGroupName: "web-nsg-2" }));
  expect(reason()).toBe("DenyAllInBound of web-nsg denies it");
  await engine.create(types.securityRule, "elsewhere", bag({ ...securityRule(), ...open, networkSecurityGroupName: "web-nsg-2" }));
  expect(reason()).toBe("DenyAllInBound of web-nsg denies it");
  const own = await engine.create(types.securityRule, "site", bag({ ...securityRule(), ...open, securityRuleName: "site" }));
  expect(reason()).toBe("site of web-nsg allows it");
  await engine.delete(own.id);
  expect(reason()).toBe("DenyAllInBound of web-nsg denies it");
});

it("Security rules of their own are for the members of the application security groups that they name, and for no others", async () => {
  proves("security-application-groups");
  const engine = Engine.at(folder.path);
  await createGroup(engine);
  const group = await engine.create(types.applicationSecurityGroup, "group", bag(applicationSecurityGroup()));
  const toGroup = { destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id: group.id.toUpperCase() }] };
  const rule = (securityRuleName: string, others: Properties) => bag({ ...securityRule(), ...toGroup, securityRuleName, ...others });
  await engine.create(types.networkSecurityGroup, "nsg", bag({ ...networkSecurityGroup(), securityRules: null }));
  await engine.create(types.securityRule, "site", rule("site", { sourceAddressPrefix: "Internet", destinationPortRange: "80" }));
  const unprobed: Properties = { access: "Deny", priority: 130, sourceAddressPrefix: "AzureLoadBalancer", destinationPortRange: "*" };
  await engine.create(types.securityRule, "unprobed", rule("unprobed", unprobed));
  const standing = securityGroupsOf(new Store(folder.path), network);
  const isAllowed = (from: "visitor" | "probe", ...applicationSecurityGroups: string[]) =>
    inboundAccess(standing, { from, address: "10.0.1.4", port: 80, applicationSecurityGroups }).isAllowed;
  const member = group.id.toLowerCase();
  expect([isAllowed("visitor", member), isAllowed("visitor", `${member}-2`), isAllowed("visitor")]).toEqual([true, false, false]);
  expect([isAllowed("probe", member), isAllowed("probe", `${member}-2`), isAllowed("probe")]).toEqual([false, true, true]);
});
