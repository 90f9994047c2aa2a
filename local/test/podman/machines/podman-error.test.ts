import { PodmanError, type PodmanErrorKind } from "../../../region/podman/machines/podman-error";

/** What Podman says on its standard error, by version where versions differ. */
const said: readonly [kind: PodmanErrorKind, said: string][] = [
  ["NoSuchContainer", 'no container with name or ID "web_0" found: no such container'],
  ["NoSuchContainer", "inspecting object: no such container web_0"],
  ["NoSuchContainer", "container 0123abcd has already been removed"],
  ["NoSuchNetwork", "unable to find network with name or ID subnet: network not found"],
  ["NoSuchImage", "localhost/web-tier:1.0.0: image not known"],
  [
    "NameInUse",
    'creating container storage: the container name "web_0" is already in use by 0123abcd. You have to remove that container to be able to reuse that name: that name is already in use',
  ],
  ["NameInUse", "network name subnet already used: network already exists"],
  ["NetworkInUse", '"subnet" has associated containers with it. Use -f to forcibly delete containers and pods: network is being used'],
  ["SubnetInUse", "subnet 10.0.1.0/24 is already used on the host or by another config"],
  ["SubnetInUse", "subnet 10.0.1.0/24 is being used by a network interface"],
  ["AddressInUse", "IPAM error: requested ip address 10.0.1.4 is already allocated to container ID 0123abcd"],
  ["NotRunning", "can only kill running containers. 0123abcd is in state exited: container state improper"],
  ["NotRunning", "can only create exec sessions on running containers: container state improper"],
  ["NoSpace", "writing blob: storing blob to file: write /var/tmp/storage: no space left on device"],
  ["NoLocks", "allocating lock for new container: allocation failed; exceeded num_locks (2048)"],
  ["Busy", "beginning container 0123abcd save transaction: database is locked"],
  ["Busy", "acquiring lock on storage: resource temporarily unavailable"],
  ["Unknown", "something that nobody has seen"],
];

describe("what Podman refuses", () => {
  it.each(said)("is %s where it says: %s", (kind, text) => {
    expect(PodmanError.fromAnswer("run web_0", text)).toMatchObject({ kind, said: text });
  });

  it.each([
    ["PortInUse", "cannot listen on the TCP port: listen tcp4 127.0.0.1:8080: bind: address already in use"],
    ["PortInUse", "rootlessport listen tcp 127.0.0.1:8080: bind: address already in use"],
    ["PortInUse", "pasta failed with exit code 1:\nFailed to bind port 8080 (Address already in use) for option '-t 8080-8080:80-80'"],
    ["PortInUse", "pasta failed with exit code 1:\nFailed to bind any port for '-t 127.0.0.1/8080-8080:80-80', exiting"],
    ["PortNotPermitted", "rootlessport cannot expose privileged port 8080, …: listen tcp 127.0.0.1:8080: bind: permission denied"],
    ["PortNotPermitted", "Failed to bind port 8080 (Permission denied) for option '-t 8080-8080:80-80', exiting"],
  ])("names the port with %s: %s", (kind, text) => {
    expect(PodmanError.fromAnswer("run edge", text)).toMatchObject({ kind, port: 8080 });
  });

  it("is told with the command, Podman's own words and how to fix it", () => {
    expect(PodmanError.fromAnswer("run web_0", "write: no space left on device").message).toMatch(
      /^podman run web_0 failed: write: no space left on device; fix: make room on the disk: /,
    );
    expect(PodmanError.fromAnswer("start web_0", "no idea").message).toBe("podman start web_0 failed: no idea");
  });
});
