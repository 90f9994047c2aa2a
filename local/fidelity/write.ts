import * as fs from "node:fs";
import * as path from "node:path";
import { fidelityPage } from "./fidelity";

/** Writes `docs/fidelity.md` anew; `make fidelity` runs it after a change of the rules. */
fs.writeFileSync(path.resolve(__dirname, "../../docs/fidelity.md"), fidelityPage());
