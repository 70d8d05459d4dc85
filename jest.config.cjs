const tsconfig = "<rootDir>/test/tsconfig.jest.json";
const transform = { "^.+\\.tsx?$": ["ts-jest", { tsconfig, diagnostics: false }] };
const browserFolders = ["PcfControls", "WebResources"];

/** Types are checked by `npm run types`; ts-jest only translates. */
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      displayName: "browser code",
      testEnvironment: "jsdom",
      testMatch: browserFolders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts?(x)`),
      transform,
    },
    {
      displayName: "everything else",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: browserFolders.map((folder) => `<rootDir>/test/${folder}/`),
      modulePathIgnorePatterns: ["<rootDir>/out/", "<rootDir>/.tenant/"],
      transform,
    },
  ],
};
