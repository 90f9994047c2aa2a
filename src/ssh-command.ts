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

/** Not in quotes, in which a shell does not expand the ~ of a home folder. */
function escaped(path: string): string {
  return path.replace(/[^\p{L}\p{N}_@%+=:,./~-]/gu, "\\$&");
}
