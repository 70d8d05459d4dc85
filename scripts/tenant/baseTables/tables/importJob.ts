import { defineTable } from "../defineTable";
import { column } from "../column";

export const importJob = defineTable({
  schemaName: "ImportJob",
  entitySetName: "importjobs",
  displayName: "Import Job",
  collectionName: "Import Jobs",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 256),
    column.text("SolutionName", "Solution Name", 65),
    column.dateTime("StartedOn", "Started On"),
    column.dateTime("CompletedOn", "Completed On"),
    column.double("Progress", "Progress", { minValue: 0, maxValue: 100 }),
    column.memo("Data", "Import Log", 104857600),
  ],
});
