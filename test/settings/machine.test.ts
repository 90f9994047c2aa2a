import { argsOf, check, refusedPaths } from "../support/settings";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute";

function warningsOf(vmSize: string): readonly string[] {
  const settings = check({ vmSize });
  return "warnings" in settings ? settings.warnings : [];
}

describe("the image", () => {
  it.each([`${subscription}/images/web`, `${subscription}/galleries/g/images/web/versions/1.2.3`, `${subscription}/IMAGES/web`])(
    "may be %s, without user data",
    (imageId) => {
      const { scaleSet } = argsOf({ imageId });
      expect(scaleSet.image).toEqual({ id: imageId });
      expect(scaleSet.userData).toBeUndefined();
    },
  );

  it.each(["debian-12", `${subscription}/disks/web`, `${subscription}/galleries/g/images/web/versions/latest`, `${subscription}/images/`])(
    "must not be %s",
    (imageId) => {
      expect(refusedPaths({ imageId })).toEqual(["imageId"]);
    },
  );

  it("of a gallery must say which version was tested", () => {
    const { problems } = check({ imageId: `${subscription}/galleries/g/images/web` });
    expect(problems).toMatchObject([{ path: "web-tier:imageId", fix: "add /versions/ and the version that was tested" }]);
  });

  it("is Debian 13 of the marketplace when none is given", () => {
    expect(argsOf().scaleSet.image).toEqual({ publisher: "debian", offer: "debian-13", sku: "13-gen2" });
  });
});

describe("the user data", () => {
  const largest = 65_536;

  it("is the marketplace image's when there is neither image nor file", () => {
    const userData = argsOf({}, { "image/marketplace-user-data.sh": "#!/bin/sh\necho stock\n" }).scaleSet.userData;
    expect(Buffer.from(userData ?? "", "base64").toString()).toBe("#!/bin/sh\necho stock\n");
  });

  it("is the file's content, byte for byte, also with an image of one's own", () => {
    const bytes = Buffer.from([0x23, 0x21, 0x00, 0xff, 0x0a]);
    const userData = argsOf({ userDataFile: "own.sh", imageId: `${subscription}/images/web` }, { "own.sh": bytes }).scaleSet.userData;
    expect(Buffer.from(userData ?? "", "base64")).toEqual(bytes);
  });

  it("may have 64 KB and not a byte more", () => {
    expect(refusedPaths({ userDataFile: "own.sh" }, { "own.sh": Buffer.alloc(largest, "#") })).toEqual([]);
    expect(refusedPaths({ userDataFile: "own.sh" }, { "own.sh": Buffer.alloc(largest + 1, "#") })).toEqual(["userDataFile"]);
  });

  it("must not be empty", () => {
    expect(refusedPaths({ userDataFile: "own.sh" }, { "own.sh": "" })).toEqual(["userDataFile"]);
  });

  it("must be there", () => {
    const { problems } = check({ userDataFile: "missing.sh" });
    expect(problems).toMatchObject([{ path: "web-tier:userDataFile", given: '"missing.sh"', allowed: "a file that can be read" }]);
    expect(problems[0].fix).toContain("there is no such file");
  });

  it("must not hold a private key, and the message does not show it", () => {
    const { problems } = check({ userDataFile: "own.sh" }, { "own.sh": "#!/bin/sh\n-----BEGIN RSA PRIVATE KEY-----\nhush\n" });
    expect(problems.map(({ path }) => path)).toEqual(["web-tier:userDataFile"]);
    expect(JSON.stringify(problems)).not.toContain("hush");
  });

  it.each([{ backendPort: 8080 }, { livenessPath: "/live" }, { readinessPath: "/ready" }])(
    "of the marketplace image does not serve %j, so instances would be replaced for ever",
    (setting) => {
      expect(refusedPaths(setting)).toEqual(Object.keys(setting));
      expect(refusedPaths({ ...setting, userDataFile: "own.sh" }, { "own.sh": "#!/bin/sh\n" })).toEqual([]);
    },
  );
});

describe("an upgrade in place", () => {
  const warningsWith = (settings: object) => {
    const checked = check({ vmSize: "Standard_D2s_v5", ...settings });
    return "warnings" in checked ? checked.warnings : [];
  };

  it("is warned of, since instances that are there do not run new user data", () => {
    expect(warningsWith({ maxSurge: false })).toEqual([expect.stringContaining("never run new user data")]);
  });

  it("is not warned of where instances are new, or have no user data", () => {
    expect(warningsWith({ maxSurge: true })).toEqual([]);
    expect(warningsWith({ maxSurge: false, imageId: `${subscription}/images/web` })).toEqual([]);
  });
});

describe("the size", () => {
  it.each(["Standard_D2s_v5", "Standard_F2as_v6", "Standard_L8s_v3", "Standard_NP10s"])("may be %s, without a warning", (vmSize) => {
    expect(refusedPaths({ vmSize })).toEqual([]);
    expect(warningsOf(vmSize)).toEqual([]);
  });

  it.each(["", "B1s", "Standard_", "standard_b1s", "Standard B1s", "Basic_A1"])("must not be %j", (vmSize) => {
    expect(refusedPaths({ vmSize })).toEqual(["vmSize"]);
  });

  it.each([
    ["Standard_B1s", "2028-11-15", "Choose one of Bsv2 or Basv2."],
    ["Standard_GS3", "2028-11-15", "Choose one of Lsv4, Lasv4 or Lsv3."],
    ["Standard_M192idms_v2", "2027-03-31", "Choose a size of another series."],
  ])("may be %s, but there is a warning that it retires on %s, with what to do: %s", (vmSize, date, fix) => {
    expect(refusedPaths({ vmSize })).toEqual([]);
    const [warning, ...others] = warningsOf(vmSize).filter((text) => !text.includes("CPU credits"));
    expect(warning).toContain(date);
    expect(warning).toContain(fix);
    expect(others).toEqual([]);
  });

  it("must not be one that is gone", () => {
    const { problems } = check({ vmSize: "Standard_NV8as_v4", imageId: `${subscription}/images/web` });
    expect(problems).toMatchObject([{ path: "web-tier:vmSize", fix: "choose one of NVads A10 v5 or NVads V710 v5" }]);
  });

  it.each([
    ["Standard_B2pts_v2", "which has an Arm64 processor"],
    ["Standard_A2m_v2", "which boots images of the first generation"],
  ])("must not be %s with the marketplace image, %s", (vmSize) => {
    expect(refusedPaths({ vmSize })).toEqual(["vmSize"]);
    expect(refusedPaths({ vmSize, imageId: `${subscription}/images/own` })).toEqual([]);
  });
});

it("does not care for the order of the zones, so that a new order is no change", () => {
  expect(argsOf({ zones: ["3", "1"] }).scaleSet.zones).toEqual(["1", "3"]);
});

it("warns of one path for both health checks", () => {
  const settings = check({ readinessPath: "/", livenessPath: "/", vmSize: "Standard_D2s_v5" });
  expect("warnings" in settings && settings.warnings).toEqual([expect.stringContaining("are both /")]);
});

describe("the e-mail addresses", () => {
  it("may be several", () => {
    expect(argsOf({ notificationEmails: ["a@example.com", "b+c@mail.example.org"] }).notificationEmails).toHaveLength(2);
  });

  it.each(["operations", "a@b", "a@example.com,b@example.com", "a b@example.com", ""])("must not be %j", (email) => {
    expect(refusedPaths({ notificationEmails: ["ok@example.com", email] })).toEqual(["notificationEmails[1]"]);
  });

  it("must not be there twice", () => {
    expect(refusedPaths({ notificationEmails: ["a@example.com", "a@example.com"] })).toEqual(["notificationEmails[1]"]);
  });
});
