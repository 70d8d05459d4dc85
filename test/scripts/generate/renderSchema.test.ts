import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readSolutionSource } from "../../../scripts/generate/readSolutionSource";
import { renderSchema } from "../../../scripts/generate/renderSchema";
import type { SolutionSource } from "../../../scripts/generate/SolutionSource";

const root = resolve(__dirname, "../../..");
const empty: SolutionSource = {
  tables: [],
  choices: [],
  settings: [],
  customApis: [],
  webResources: [],
  roles: [],
  flows: [],
  connectionReferences: [],
};

describe("renderSchema", () => {
  it("gives the committed schema: run npm run generate when this fails", async () => {
    const committed = readFileSync(join(root, "Solution/engine/domain/schema.ts"), "utf8");
    expect(await renderSchema(readSolutionSource(join(root, "Solution/src")))).toBe(committed);
  });

  it("names choices and options by their labels", async () => {
    const choice = {
      name: "cosell_x",
      displayName: "How can Microsoft help?",
      options: [{ value: 7, label: "Proof of concept/Demo" }],
    };
    expect(await renderSchema({ ...empty, choices: [choice] })).toContain(
      "howCanMicrosoftHelp: { proofOfConceptDemo: 7 }",
    );
  });

  it("says null for a setting without a default, so that nobody mistakes it for an empty text", async () => {
    const setting = { schemaName: "cosell_CustomizeApi", displayName: "Customize API" };
    expect(await renderSchema({ ...empty, settings: [setting] })).toContain(
      'customizeApi: setting("cosell_CustomizeApi", "Customize API", null)',
    );
  });

  it("refuses two components that would hide each other", async () => {
    const webResources = ["cosell_/forms/Icons.js", "cosell_/views/Icons.js"];
    await expect(renderSchema({ ...empty, webResources })).rejects.toThrow('share the key "icons"');
  });
});
