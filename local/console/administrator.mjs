// What `make ssh` asks: the administrator's name on the instances and, in a second line, the file of the private key beside the first public one that
// the settings name as a file. The second line is empty where they name none.
import * as os from "node:os";
import * as path from "node:path";
import { checkout, setting } from "./settings.mjs";

/** Not a key itself, whose comment may end so too. */
const isFile = (entry) => !/^\s*(ssh-|ecdsa-|sk-)\S*\s/.test(entry) && entry.endsWith(".pub");

const publicKey = setting("sshPublicKeys").find(isFile);
console.log(setting("adminUsername"));
console.log(publicKey === undefined ? "" : path.resolve(checkout, publicKey.replace(/^~(?=\/)/, os.homedir()).replace(/\.pub$/, "")));
