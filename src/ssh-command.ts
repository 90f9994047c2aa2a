export interface SshDestination {
  readonly adminUsername: string;
  readonly host: string;
  readonly port: number;
  /** File of the private key, as the shell finds it. Undefined: ssh tries the keys that it knows. */
  readonly identityFile: string | undefined;
}

/** The command that logs in, to be pasted into a POSIX shell. */
export function sshCommand({ adminUsername, host, port, identityFile }: SshDestination): string {
  const identity = identityFile === undefined ? "" : ` -i ${escaped(identityFile)}`;
  return `ssh -p ${port}${identity} ${adminUsername}@${host}`;
}

/**
 * The command of Azure's CLI that lists the instances with their ports. A port stays with its instance, and goes to another one when that
 * is gone, so no port follows from an instance's number.
 */
export function sshPortsCommand(resourceGroupName: string, scaleSetName: string): string {
  return `az vmss list-instance-connection-info --resource-group ${escaped(resourceGroupName)} --name ${escaped(scaleSetName)} --output table`;
}

/** Not in quotes, in which a shell does not expand the ~ of a home folder. */
function escaped(path: string): string {
  return path.replace(/[^\p{L}\p{N}_@%+=:,./~-]/gu, "\\$&");
}
