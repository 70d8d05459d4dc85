import { choices, webResources } from "../../../Solution/engine/domain/schema";
import { syncIcon } from "../../../WebResources/GridIcons/GridIcons";

const english = 1033;
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
] as const)("shows %s as %s with words", (status, image) => {
  const [shownImage, tooltip] = syncIcon(row(choices.syncStatus[status]), english);
  expect(shownImage).toBe(image);
  expect(tooltip).toMatch(/\w+ \w+/);
});

it("gives every status but Not shared an icon", () => {
  const without = Object.entries(choices.syncStatus).filter(([, value]) => syncIcon(row(value), english)[0] === "");
  expect(without.map(([name]) => name)).toEqual(["notShared"]);
});

it.each([
  ["a view without the column", JSON.stringify({ name: "Fleet renewal" })],
  ["an empty column", row(null)],
  ["a value of a later version", row(731500099)],
  ["text that is no row", "[object Object]"],
  ["a row that is null", "null"],
])("shows nothing for %s", (_case, rowData) => {
  expect(syncIcon(rowData, english)).toEqual(["", ""]);
});
