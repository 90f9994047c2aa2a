import { check, refusedPaths } from "../support/settings";

describe("the tier's name", () => {
  it.each(["w", "web", "web-2", "a23456789012345"])("may be %s", (name) => {
    expect(refusedPaths({ name })).toEqual([]);
  });

  it.each(["", "a234567890123456", "Web", "2web", "-web", "web-", "web_1", "wéb", "web.site"])("must not be %j", (name) => {
    expect(refusedPaths({ name })).toEqual(["name"]);
  });
});

describe("the resource group's name", () => {
  it.each(["rg", "My.Group_(1)-x", "g".repeat(90)])("may be %s", (resourceGroupName) => {
    expect(refusedPaths({ resourceGroupName })).toEqual([]);
  });

  it.each(["group.", "g".repeat(91), "a/b", "a b", "/subscriptions/0/resourceGroups/web"])("must not be %s", (resourceGroupName) => {
    expect(refusedPaths({ resourceGroupName })).toEqual(["resourceGroupName"]);
  });
});

describe("the administrator's name", () => {
  it.each(["adminuser", "_ops", "a".repeat(2), "o".repeat(32), "web-ops_1"])("may be %s", (adminUsername) => {
    expect(refusedPaths({ adminUsername })).toEqual([]);
  });

  it.each(["root", "admin", "administrator", "a", "1", "support_388945a0", "user5"])(
    "must not be %s, which Azure reserves",
    (adminUsername) => {
      const { problems } = check({ adminUsername });
      expect(problems).toMatchObject([{ path: "web-tier:adminUsername", allowed: "a name that neither Azure nor Debian reserves" }]);
    },
  );

  it.each(["www-data", "sshd", "daemon"])("must not be %s, which Debian has", (adminUsername) => {
    expect(refusedPaths({ adminUsername })).toEqual(["adminUsername"]);
  });

  it.each(["", "Ops", "2ops", "o".repeat(33), "ops.team", "-ops", "ops team"])(
    "must not be %j, which Linux does not take",
    (adminUsername) => {
      expect(refusedPaths({ adminUsername })).toEqual(["adminUsername"]);
    },
  );
});
