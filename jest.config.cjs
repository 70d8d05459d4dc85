const transform = { "^.+\\.tsx?$": "<rootDir>/scripts/test/jestTransform.cjs" };
const browserFolders = ["PcfControls", "WebResources"];

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
