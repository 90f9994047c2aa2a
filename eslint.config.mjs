import tseslint from "typescript-eslint";
import { acting } from "./.dependency-cruiser.mjs";

/** Importing the whole of azure-native costs every preview most of a second; its modules cost 30 ms. */
const azureNativeByModule = {
  regex: "^@pulumi/azure-native(/[^/]+/.+)?$",
  message: "Import a module of azure-native, such as @pulumi/azure-native/network.",
};

export default tseslint.config(
  { ignores: ["**/node_modules/", "local/.region/", "local/test/field/*/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-restricted-imports": ["error", { patterns: [azureNativeByModule] }],
      "max-lines": ["error", 300],
    },
  },
  {
    // What runs as it is: before anything could transpile it, or in a machine that transpiles nothing.
    files: ["src/start/transpiler.js", "image/**/*.js", "**/*.config.js", "test/running/suite.js"],
    languageOptions: { sourceType: "commonjs" },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // What knows Azure and what decides is told the time; see .dependency-cruiser.mjs for what else it must not touch.
    files: ["azure/**", "local/region/services/**"],
    ignores: ["azure/test/**", ...acting.map((name) => `local/region/services/**/${name}.ts`)],
    rules: {
      "no-restricted-globals": ["error", "process", "performance", "fetch", "setTimeout", "setInterval", "setImmediate"],
      "no-restricted-syntax": [
        "error",
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "Take the time as an argument." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Take the time as an argument." },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "Take what is random as an argument." },
      ],
    },
  },
);
