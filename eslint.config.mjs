import tseslint from "typescript-eslint";

/** Importing the whole of azure-native costs every preview most of a second; its modules cost 30 ms. */
const azureNativeByModule = {
  regex: "^@pulumi/azure-native(/[^/]+/.+)?$",
  message: "Import a module of azure-native, such as @pulumi/azure-native/network.",
};

export default tseslint.config(
  { ignores: ["**/node_modules/", "local/.region/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-restricted-imports": ["error", { patterns: [azureNativeByModule] }],
    },
  },
  {
    // What runs as it is: before anything could transpile it, or in a machine that transpiles nothing.
    files: ["src/start/transpiler.js", "image/**/*.js", "**/jest.config.js"],
    languageOptions: { sourceType: "commonjs" },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["index.ts", "src/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            azureNativeByModule,
            { group: ["**/local/**"], message: "The tier knows only Azure; nothing in it may know the local region." },
          ],
        },
      ],
    },
  },
);
