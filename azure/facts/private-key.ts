/**
 * Marks of private keys, whatever tool wrote them: PEM and OpenSSH (`-----BEGIN … PRIVATE KEY-----`), PuTTY, and the base64 of
 * OpenSSH's `openssh-key-v1` for a key pasted without its first line.
 */
const marks = [/PRIVATE KEY/i, /PuTTY-User-Key-File/i, /b3BlbnNzaC1rZXktdjE/];

/** Whether a text holds a private key, and so must not be shown, logged or sent anywhere. */
export function holdsPrivateKey(text: string): boolean {
  return marks.some((mark) => mark.test(text));
}
