import { type FileTree, inMachine, metadataSocket, provisioningFailure, provisioningReport, rebootRequest, socketName } from "./layout";

/** The ports in a machine that the region asks, at localhost in the machine, as Azure's health extension does. */
export interface ProbePorts {
  /** Asked over HTTP or HTTPS. */
  readonly http: readonly number[];
  /** Asked for a TCP handshake alone. */
  readonly tcp: readonly number[];
}

/** Where the machine passes on what is meant for the instance metadata service; a port that software hardly uses. */
const metadataPort = 16980;

const proxy = "/usr/lib/systemd/systemd-socket-proxyd";

/**
 * The systemd units that connect a machine with the region through the folder that they share. The machine's unit path leads here
 * before it leads to the image's own units.
 */
export function guestUnits(ports: ProbePorts): FileTree {
  return {
    ...instanceMetadata,
    ...report,
    ...reboot,
    // As in image/system: where nobody tells systemd that a process went, a stage of cloud-init's that failed would never end.
    "cloud-.service.d/azure-stop.conf": { content: "[Service]\nTimeoutStopSec=5\n" },
    // The console is there to be read; a login prompt on it costs memory in each machine.
    "console-getty.service": { linkTo: "/dev/null" },
    ...probeUnits(ports),
  };
}

/** The units that let the region ask ports of the machine. */
export function probeUnits({ http, tcp }: ProbePorts): FileTree {
  return Object.assign({}, ...[...new Set(http)].map(httpPort), ...[...new Set(tcp)].map(tcpPort)) as FileTree;
}

/** The names of the units that must run for that. */
export function probeUnitNames({ http, tcp }: ProbePorts): string[] {
  return [...new Set(http.map((port) => `${httpUnit(port)}.socket`)), ...new Set(tcp.map((port) => `${tcpUnit(port)}.socket`))];
}

const httpUnit = (port: number) => `azure-http-probe-${port}`;
const tcpUnit = (port: number) => `azure-tcp-probe-${port}`;

/**
 * The instance metadata service, at the address and port that it has on every Azure machine. Packets to it are turned to a proxy in the
 * machine: listening on the address itself would take port 80 from a web server that listens on all addresses.
 * It is there before cloud-init runs, and so before anything that asks for it.
 */
const instanceMetadata: FileTree = {
  "azure-instance-metadata.nft": {
    content: `table ip azure_instance_metadata {
  chain output {
    type nat hook output priority -100
    ip daddr 169.254.169.254 tcp dport 80 redirect to :${metadataPort}
  }
}
`,
  },
  "azure-instance-metadata.socket": {
    content: `[Unit]
Description=Azure instance metadata service
DefaultDependencies=no
Before=sysinit.target cloud-init-local.service
OnFailure=azure-instance-metadata-missing.service

[Socket]
ExecStartPre=nft --file ${inMachine.units}/azure-instance-metadata.nft
ListenStream=127.0.0.1:${metadataPort}
`,
  },
  "azure-instance-metadata.service": {
    content: `[Unit]
Description=Azure instance metadata service
DefaultDependencies=no

[Service]
ExecStart=${proxy} ${inMachine.platform}/${metadataSocket}
`,
  },
  "azure-instance-metadata-missing.service": {
    content: `[Unit]
Description=Report that the Azure instance metadata service is missing
DefaultDependencies=no

[Service]
Type=oneshot
ExecStart=/bin/sh -c "echo 'the instance metadata service is missing, as nft does not work; the image needs the package nftables' > ${inMachine.shared}/${provisioningFailure}"
`,
  },
  "sysinit.target.wants/azure-instance-metadata.socket": { linkTo: "../azure-instance-metadata.socket" },
};

/** Tells the region how cloud-init ended, once its last stage is over, whether that went well or not. */
const report: FileTree = {
  "azure-provisioning-report.service": {
    content: `[Unit]
Description=Report how provisioning ended
After=cloud-final.service

[Service]
Type=oneshot
ExecStart=/bin/cp --dereference /run/cloud-init/result.json ${inMachine.shared}/${provisioningReport}.new
ExecStart=/bin/mv ${inMachine.shared}/${provisioningReport}.new ${inMachine.shared}/${provisioningReport}
`,
  },
  "cloud-init.target.wants/azure-provisioning-report.service": { linkTo: "../azure-provisioning-report.service" },
};

/** A container that reboots ends like one that is switched off, so the machine says beforehand that it wants to be started again. */
const reboot: FileTree = {
  "azure-reboot.service": {
    content: `[Unit]
Description=Ask for a start after the shutdown
DefaultDependencies=no
Before=systemd-reboot.service

[Service]
Type=oneshot
ExecStart=/bin/touch ${inMachine.shared}/${rebootRequest}
`,
  },
  "reboot.target.wants/azure-reboot.service": { linkTo: "../azure-reboot.service" },
};

function httpPort(port: number): FileTree {
  const unit = httpUnit(port);
  return {
    [`${unit}.socket`]: { content: socketUnit(`Probes of port ${port}`, `${inMachine.shared}/${socketName.http(port)}`) },
    [`${unit}.service`]: { content: `[Unit]\nDescription=Probes of port ${port}\n\n[Service]\nExecStart=${proxy} 127.0.0.1:${port}\n` },
    [`sockets.target.wants/${unit}.socket`]: { linkTo: `../${unit}.socket` },
  };
}

/** A proxy accepts a connection before it knows whether the port does, so this one says so in a word. */
function tcpPort(port: number): FileTree {
  const unit = tcpUnit(port);
  return {
    [`${unit}.socket`]: {
      content: `${socketUnit(`TCP probes of port ${port}`, `${inMachine.shared}/${socketName.tcp(port)}`)}Accept=yes\n`,
    },
    [`${unit}@.service`]: {
      content: `[Unit]
Description=TCP probe of port ${port}
CollectMode=inactive-or-failed

[Service]
ExecStart=-/bin/bash -c "if (exec 3<>/dev/tcp/127.0.0.1/${port}); then echo connected; else echo reset; fi"
StandardOutput=socket
RuntimeMaxSec=60
StandardError=null
`,
    },
    [`sockets.target.wants/${unit}.socket`]: { linkTo: `../${unit}.socket` },
  };
}

function socketUnit(description: string, path: string): string {
  return `[Unit]\nDescription=${description}\n\n[Socket]\nListenStream=${path}\nSocketMode=0600\nRemoveOnStop=yes\n`;
}
