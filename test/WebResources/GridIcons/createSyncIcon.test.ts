import { choices, webResources } from "../../../Solution/engine/domain/schema";
import { createSyncIcon } from "../../../WebResources/GridIcons/createSyncIcon";

const english = 1033;
const syncIcon = createSyncIcon(async () => true);
const row = (status: unknown): string =>
  JSON.stringify({ name: "Fleet renewal", cosell_syncstatus: "(words)", cosell_syncstatus_Value: status });

it.each([
  ["blocked", webResources.attention],
  ["ready", webResources.waiting],
  ["queued", webResources.waiting],
  ["sending", webResources.waiting],
  ["waitingOnMicrosoft", webResources.synced],
  ["inSync", webResources.synced],
  ["changedHere", webResources.waiting],
  ["changedAtMicrosoft", webResources.waiting],
  ["conflict", webResources.attention],
  ["needsAttention", webResources.attention],
  ["closed", webResources.synced],
] as const)("shows %s as %s with words", async (status, image) => {
  const [shownImage, tooltip] = await syncIcon(row(choices.syncStatus[status]), english);
  expect(shownImage).toBe(image);
  expect(tooltip).toMatch(/\w+ \w+/);
});

it("gives every status but Not shared an icon", async () => {
  const without: string[] = [];
  for (const [name, value] of Object.entries(choices.syncStatus))
    if ((await syncIcon(row(value), english))[0] === "") without.push(name);
  expect(without).toEqual(["notShared"]);
});

it("shows nothing where the setting hides the mark, and asks for the setting only where there is something to show", async () => {
  const isMarkShown = jest.fn(async () => false);
  const hiding = createSyncIcon(isMarkShown);
  expect(await hiding(row(choices.syncStatus.notShared), english)).toEqual(["", ""]);
  expect(isMarkShown).not.toHaveBeenCalled();
  for (const value of Object.values(choices.syncStatus)) expect(await hiding(row(value), english)).toEqual(["", ""]);
});

it.each([
  ["a view without the column", JSON.stringify({ name: "Fleet renewal" })],
  ["an empty column", row(null)],
  ["a value of a later version", row(731500099)],
  ["text that is no row", "[object Object]"],
  ["a row that is null", "null"],
])("shows nothing for %s", async (_case, rowData) => {
  expect(await syncIcon(rowData, english)).toEqual(["", ""]);
});
