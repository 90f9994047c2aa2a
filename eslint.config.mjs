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
    files: ["index.ts", "src/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [azureNativeByModule, { group: ["**/local/**"], message: "The tier knows only Azure; nothing in it may know the local region." }],
        },
      ],
    },
  },
);
