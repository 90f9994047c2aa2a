import * as fc from "fast-check";

// The same programs in each run, so that what a change breaks is seen with that change. SEED=7 makes others.
fc.configureGlobal({ seed: Number(process.env.SEED || 1) });
