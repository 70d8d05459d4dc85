import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const savedQueryVisualization = defineTable({
  schemaName: "SavedQueryVisualization",
  entitySetName: "savedqueryvisualizations",
  displayName: "System Chart",
  collectionName: "System Charts",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 100, { required: "required" }),
    column.memo("Description", "Description", 2000),
    column.text("PrimaryEntityTypeCode", "Primary Type Code", 64, { required: "required" }),
    /** `<datadefinition>`: the aggregate queries, and which of their columns are categories and measures. */
    column.memo("DataDescription", "Data XML", 1048576),
    /** `<Chart>`: the kind of each series and how it looks. */
    column.memo("PresentationDescription", "Presentation XML", 1048576),
    column.yesNo("IsDefault", "Default"),
    ...solutionColumns(),
  ],
});
