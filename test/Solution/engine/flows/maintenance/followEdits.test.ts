import { addMs } from "../../../../../Solution/engine/domain/values/instant";
import { runMaintenance } from "../../../../../Solution/engine/flows/maintenance/runMaintenance";
import { Site } from "./Site";

const minuteMs = 60_000;

/** A shared deal, and the row of another solution that was written so long before the link. */
const givenSolution = async (writtenBeforeMs: number): Promise<Site> => {
  const site = new Site();
  await site.save();
  const { world, maintenance } = site;
  const { id: recordId, solutions } = world.opportunity;
  world.opportunity = { ...world.opportunity, solutions: [...solutions, { id: "SOL-2", name: "Another" }] };
  const modifiedOn = addMs(world.now, -writtenBeforeMs);
  const link = { modifiedOn: world.now, rowVersion: "9" };
  maintenance.solutionEdits = [{ table: "opportunity", recordId, modifiedOn, rowVersion: "1", link }];
  return site;
};

const sent = ({ world }: Site): string => JSON.stringify(world.partnerCenter.owned("contoso")[0]);

test("a solution added while a run went on that was stopped before it looked again is sent by maintenance", async () => {
  const site = await givenSolution(2 * minuteMs);

  await runMaintenance(site.run(), ["edits"]);

  expect(sent(site)).toContain("SOL-2");
});

test("a row that any run since must have read costs nothing", async () => {
  const site = await givenSolution(4 * minuteMs);
  const reads = site.world.dataverse.length;

  await runMaintenance(site.run(), ["edits"]);

  expect(sent(site)).not.toContain("SOL-2");
  expect(site.world.dataverse).toHaveLength(reads);
});
