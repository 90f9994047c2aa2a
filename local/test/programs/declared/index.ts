import { registerDeclared } from "./program";

// As Pulumi's language host runs it, in a process for each run; host.ts has many runs in one.
registerDeclared();
