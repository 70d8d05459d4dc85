import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFlowDefinition } from "../../../../scripts/tenant/flows/definition/readFlowDefinition";

const folder = join(__dirname, "../../../../Solution/src/Workflows");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("the solution brings a flow for each way to start one", () => {
  const kinds = files.map((name) => {
    const reading = readFlowDefinition(readFileSync(join(folder, name), "utf8"));
    return reading.ok ? reading.definition.trigger.kind : reading.problem;
  });

  expect(kinds.sort()).toEqual(["http", "manual", "recurrence", "recurrence", "recurrence"]);
});
