import { Computer } from "./requirements-computer";

const computers: Computer[] = [];
function computer(): Computer {
  computers.push(new Computer());
  return computers[computers.length - 1];
}

afterAll(() => computers.forEach((each) => each.remove()));

const nothing = { code: 0, stdout: "", stderr: "" };

describe("a computer with everything", () => {
  test.concurrent("is told nothing, as an ordinary user and as root", async () => {
    expect(await computer().check("machines")).toEqual(nothing);
    const roots = computer();
    roots.becomeRoot();
    expect(await roots.check("machines")).toEqual(nothing);
  });

  test.concurrent("needs nothing of Podman's for a preview", async () => {
    const bare = computer();
    bare.without("podman", "newuidmap", "newgidmap", "pasta", "slirp4netns");
    bare.write("etc/subuid", "");
    expect(await bare.check()).toEqual(nothing);
  });
});

describe("what every command needs", () => {
  test.concurrent("is a Node.js that package.json allows", async () => {
    for (const version of ["v18.20.4", "v20.18.3"]) {
      const old = computer();
      old.program("node", `echo ${version}`);
      const { code, stderr } = await old.check();
      expect(code).toBe(1);
      expect(stderr).toMatch(/^This computer lacks one thing .* nothing was changed\.\n {2}Node\.js\n {4}found: .*bin\/node is v/);
      expect(stderr).toContain(version);
    }
    const none = computer();
    none.without("node");
    expect((await none.check()).stderr).toContain("no node on PATH");
  });

  test.concurrent.each([
    ["v20.19.0", true],
    ["v21.9.0", false],
    ["v22.12.9", false],
    ["v22.13.0", true],
    ["v23.11.0", false],
    ["v26.0.0", true],
  ])("takes the range apart: %s", async (version, allowed) => {
    const pinned = computer();
    pinned.engines("^20.19 || ^22.13 || >=24");
    pinned.program("node", `echo ${version}`);
    expect((await pinned.check()).code).toBe(allowed ? 0 : 1);
  });

  test.concurrent.each([
    ["npm", "sudo apt-get install --yes npm"],
    ["ssh-keygen", "sudo apt-get install --yes openssh-client"],
    ["flock", "sudo apt-get install --yes util-linux"],
  ])("is %s", async (program, fix) => {
    const lacking = computer();
    lacking.without(program);
    expect((await lacking.check()).stderr).toContain(fix);
  });
});

describe("machines need", () => {
  /** What the check says of machines after one change to a computer that has everything. */
  async function said(change: (computer: Computer) => void): Promise<string> {
    const changed = computer();
    change(changed);
    const { code, stderr } = await changed.check("machines");
    expect(code).toBe(1);
    expect(stderr).toContain("This computer lacks one thing");
    expect(stderr).toContain("LOCAL_REGION_MACHINES=none make up");
    return stderr;
  }

  test.concurrent("Podman", async () => {
    expect(await said((each) => each.without("podman"))).toContain("sudo apt-get install --yes podman uidmap passt dbus-user-session");
  });

  test.concurrent("what keeps them from the services of this computer, wherever it is", async () => {
    expect(await said((each) => each.without("nft"))).toContain("sudo apt-get install --yes nftables");
    const elsewhere = computer();
    elsewhere.without("nft");
    elsewhere.write("usr/sbin/nft", "", 0o755);
    expect(await elsewhere.check("machines")).toEqual(nothing);
  });

  test.concurrent("the programs that give machines users of their own", async () => {
    const text = await said((each) => {
      each.without("newgidmap");
      each.podmanFails('exec: "newgidmap": executable file not found in $PATH');
    });
    expect(text).toContain("sudo apt-get install --yes uidmap");
  });

  test.concurrent("subordinate ids, above those of others", async () => {
    const text = await said((each) => {
      each.write("etc/subuid", "other:100000:65536\n");
      each.write("etc/subgid", "other:100000:65536\ndev:200000:1000\n");
    });
    expect(text).toContain("found:  0 uids for dev in /etc/subuid, 1000 gids for dev in /etc/subgid\n");
    expect(text).toContain("sudo usermod --add-subuids 201000-266535 --add-subgids 201000-266535 dev\n            podman system migrate\n");
  });

  test.concurrent("subordinate ids of the one kind that lacks them, by number as well as by name", async () => {
    const text = await said((each) => {
      each.write("etc/subuid", "1000:100000:65536\n");
      each.removeFile("etc/subgid");
    });
    expect(text).toContain("sudo usermod --add-subgids 165536-231071 dev\n");
    const elsewhere = computer();
    elsewhere.removeFile("etc/subuid");
    elsewhere.write("etc/nsswitch.conf", "subid: sss\n");
    expect(await elsewhere.check("machines")).toEqual(nothing);
  });

  test.concurrent("a session of systemd's", async () => {
    const fallback = (each: Computer) => each.podmanWarns("Falling back to --cgroup-manager=cgroupfs");
    expect(
      await said((each) => {
        fallback(each);
        each.removeFile("run/user");
      }),
    ).toMatch(
      /sudo loginctl enable-linger dev\n +export XDG_RUNTIME_DIR=\/run\/user\/1000\n +export DBUS_SESSION_BUS_ADDRESS=unix:path=\/run\/user\/1000\/bus\n/,
    );
    expect(
      await said((each) => {
        fallback(each);
        each.removeFile("run/user/1000/bus");
      }),
    ).toContain("sudo apt-get install --yes dbus-user-session, then log out and in again");
    const unset = await said(fallback);
    expect(unset).toContain("DBUS_SESSION_BUS_ADDRESS is not set");
    expect(unset).not.toContain("loginctl");
    expect(
      await said((each) => {
        fallback(each);
        each.removeFile("run");
      }),
    ).toContain("boot with systemd, or run the command as root");
  });

  test.concurrent("control of processors, memory and processes", async () => {
    const text = await said((each) => each.write(`${each.delegated}/cgroup.controllers`, "memory pids\n"));
    expect(text).toContain("systemd lets dev control memory pids\n");
    expect(text).toContain("sudo tee /etc/systemd/system/user@.service.d/delegate.conf");
  });

  test.concurrent("control groups of version 2, unless root has runc", async () => {
    const firstVersion = (each: Computer) => each.removeFile("sys/fs/cgroup/cgroup.controllers");
    expect(await said(firstVersion)).toContain("systemd.unified_cgroup_hierarchy=1");
    const roots = computer();
    firstVersion(roots);
    roots.becomeRoot();
    expect(await roots.check("machines")).toEqual(nothing);
    roots.without("apt-get");
    expect((await roots.check("machines")).stderr).toContain("no runc on PATH");
    roots.program("runc");
    expect(await roots.check("machines")).toEqual(nothing);
  });

  test.concurrent("the network program that Podman takes, and not the other", async () => {
    const older = computer();
    older.without("pasta");
    older.podmanTakes("");
    expect(await older.check("machines")).toEqual(nothing);
    older.without("slirp4netns");
    expect((await older.check("machines")).stderr).toContain("sudo apt-get install --yes slirp4netns");
    const newer = computer();
    newer.without("slirp4netns");
    newer.podmanTakes("pasta");
    expect(await newer.check("machines")).toEqual(nothing);
    newer.without("pasta");
    expect((await newer.check("machines")).stderr).toContain("sudo apt-get install --yes passt");
    newer.write("usr/libexec/podman/pasta", "", 0o755);
    expect(await newer.check("machines")).toEqual(nothing);
  });

  test.concurrent.each([
    ['default OCI runtime "crun" not found: invalid argument', "sudo apt-get install --yes crun"],
    ['could not find "netavark" in one of [/usr/lib/podman].', "sudo apt-get install --yes netavark"],
    ["could not find a working conmon binary", "sudo apt-get install --yes conmon"],
    ["mkdir /home/dev/.local: read-only file system", "'podman ps' lists this user's containers"],
  ])("a Podman that does not say: %s", async (words, expected) => {
    const text = await said((each) => each.podmanFails(`Error: ${words}`));
    expect(text).toContain(`found:  ${words}\n`);
    expect(text).toContain(expected);
  });
});

test.concurrent("everything that is missing is said at once", async () => {
  const bare = computer();
  bare.without("podman", "newuidmap", "flock");
  bare.write("etc/subuid", "");
  bare.removeFile("run/user");
  const { stderr } = await bare.check("machines");
  expect(stderr).toContain("lacks 5 things");
  expect(stderr.match(/^ {2}\S.*$/gm)).toEqual([
    "  flock",
    "  Podman",
    "  newuidmap and newgidmap",
    "  subordinate ids",
    "  a session of systemd's",
  ]);
  expect(stderr).not.toContain("LOCAL_REGION_MACHINES");
});

test.concurrent("root is not told of what gets installed", async () => {
  const roots = computer();
  roots.becomeRoot();
  roots.without("podman", "ssh-keygen");
  expect(await roots.check("machines")).toEqual(nothing);
});
