import js from "@eslint/js";
import powerApps from "@microsoft/eslint-plugin-power-apps";
import a11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Forbids imports by path pattern, with the reason a reader of the error needs. */
const forbidImports = (files, ...rules) => ({
  files,
  rules: {
    "no-restricted-imports": [
      "error",
      { patterns: rules.map(([group, message]) => ({ group, message, caseSensitive: true })) },
    ],
  },
});

const everythingButDomain = ["**/engine/ports/**", "**/engine/flows/**", "**/engine/adapters/**", "**/engine/main"];
const absentInPlugin = [
  "Intl",
  "console",
  "setTimeout",
  "fetch",
  "crypto",
  "TextEncoder",
  "TextDecoder",
  "URL",
  "structuredClone",
].map((name) => ({ name, message: "Absent or different inside the plug-in assembly: take it as a port." }));

export default tseslint.config(
  { ignores: ["out/**", "node_modules/**", "**/generated/**", ".tenant/**", "**/bin/**", "**/obj/**"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/require-await": "off",
      "max-lines": ["error", { max: 350 }],
      "max-lines-per-function": ["error", { max: 60, skipComments: true, skipBlankLines: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only: a file is called what it exports." },
      ],
    },
  },
  { files: ["test/**"], rules: { "max-lines-per-function": "off" } },
  // Generated; nobody reads it from top to bottom.
  { files: ["Solution/engine/domain/schema.ts"], rules: { "max-lines": "off" } },
  { files: ["**/*.{cjs,mjs}"], languageOptions: { globals: globals.node } },

  // The dependency law: domain <- ports <- flows <- main; adapters implement ports.
  forbidImports(
    ["Solution/engine/domain/**"],
    [["**/ports/**", "**/flows/**", "**/adapters/**", "**/main"], "The domain knows nothing outside itself."],
  ),
  forbidImports(
    ["Solution/engine/ports/**"],
    [["**/flows/**", "**/adapters/**", "**/main"], "Ports know the domain only."],
  ),
  forbidImports(["Solution/engine/flows/**"], [["**/adapters/**", "**/main"], "Flows know ports and domain only."]),
  forbidImports(["Solution/engine/adapters/**"], [["**/flows/**", "**/main"], "Adapters implement ports."]),
  forbidImports(
    ["PcfControls/**", "WebResources/**"],
    [everythingButDomain, "Browser code shares the rules (engine/domain) and nothing else of the engine."],
    [["**/scripts/**"], "What ships does not know the build or the tenant."],
  ),
  forbidImports(
    ["scripts/tenant/**"],
    [
      ["**/Solution/**", "**/PcfControls/**", "**/WebResources/**"],
      "The tenant knows nothing of ours but the zip it imports.",
    ],
  ),
  forbidImports(
    ["scripts/tenant/partnerCenter/**"],
    [
      ["**/Solution/**", "**/dataverse/**", "**/sandboxWorker/**"],
      "The sandbox is written from the documentation only.",
    ],
  ),
  {
    files: ["Solution/engine/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...absentInPlugin,
        { name: "Date", message: "Time comes in as an argument; parse and print it with domain/values/instant." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Chance comes in as a port." },
        { property: "localeCompare", message: "Differs between Node, CoreCLR and mono." },
        { property: "normalize", message: "Differs between Node, CoreCLR and mono." },
        { property: "toLocaleString", message: "Differs between Node, CoreCLR and mono." },
      ],
    },
  },
  {
    files: ["Solution/engine/domain/values/instant.ts"],
    rules: {
      "no-restricted-globals": ["error", ...absentInPlugin],
      "no-restricted-syntax": [
        "error",
        ...["NewExpression[callee.name='Date'][arguments.length=0]", "CallExpression[callee.name='Date']"].map(
          (selector) => ({ selector, message: "Time comes in as an argument." }),
        ),
        { selector: "MemberExpression[object.name='Date']", message: "Time comes in as an argument." },
      ],
    },
  },
  {
    files: ["PcfControls/**/*.{ts,tsx}", "WebResources/**/*.{ts,tsx}"],
    plugins: { "@microsoft/power-apps": powerApps },
    rules: powerApps.configs.paCheckerHosted.rules,
  },
  {
    files: ["PcfControls/**/*.tsx", "WebResources/**/*.tsx", "scripts/tenant/forms/client/**/*.tsx"],
    plugins: { "jsx-a11y": a11y, "react-hooks": reactHooks },
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
);
