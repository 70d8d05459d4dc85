import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DynamicsWebApi } from "dynamics-web-api";
import { maintainOnce } from "../../../scripts/maintain/keepMaintaining";

const workflows = resolve(__dirname, "../../../Solution/src/Workflows");

interface Flow {
  properties: {
    definition: {
      triggers: Record<string, { type: string; recurrence?: { frequency: string } }>;
      actions: Record<string, { inputs: { parameters?: { actionName?: string } } }>;
    };
  };
}

/** Custom APIs that flows call by the clock, every so many minutes. */
const calledByTheClock = readdirSync(workflows)
  .filter((name) => name.endsWith(".json"))
  .map((name) => (JSON.parse(readFileSync(join(workflows, name), "utf8")) as Flow).properties.definition)
  .filter(({ triggers }) => Object.values(triggers).some(({ recurrence }) => recurrence?.frequency === "Minute"))
  .flatMap(({ actions }) => Object.values(actions).map(({ inputs }) => inputs.parameters));

test("a run makes the very calls of the flows that the clock starts, maintenance first", async () => {
  const called: unknown[] = [];
  const callAction = (request: unknown) => {
    called.push(request);
    return Promise.resolve({ Response: JSON.stringify({ kind: "busy", raised: [], standing: [], people: 0 }) });
  };
  const ask = <T>(request: (client: DynamicsWebApi) => Promise<T>) =>
    request({ callAction } as unknown as DynamicsWebApi);

  await maintainOnce({ address: "https://contoso.crm.dynamics.com", ask, askOnce: ask });

  expect(called[0]).toEqual({ actionName: "cosell_RunMaintenance" });
  expect(called).toHaveLength(calledByTheClock.length);
  expect(called).toEqual(expect.arrayContaining(calledByTheClock));
});
