import js from "@eslint/js";
import powerApps from "@microsoft/eslint-plugin-power-apps";
import a11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";
import { layersRule } from "./scripts/lint/layers.cjs";
import { vocabularyRule } from "./scripts/lint/vocabulary.cjs";

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

  {
    files: ["**/*.{ts,tsx}"],
    plugins: { own: { rules: { layers: layersRule, vocabulary: vocabularyRule } } },
    rules: { "own/layers": "error", "own/vocabulary": "error" },
  },
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
    files: ["PcfControls/**/*.tsx", "WebResources/**/*.tsx", "scripts/{gallery,tenant/forms}/client/**/*.tsx"],
    plugins: { "jsx-a11y": a11y, "react-hooks": reactHooks },
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
);
