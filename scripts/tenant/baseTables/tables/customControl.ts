import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const customControl = defineTable({
  schemaName: "CustomControl",
  entitySetName: "customcontrols",
  displayName: "Custom Control",
  collectionName: "Custom Controls",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 500, { required: "required" }),
    column.text("Version", "Version", 100),
    column.memo("CompatibleDataTypes", "Compatible data types", 1048576),
    column.memo("Manifest", "Manifest", 1048576),
    ...solutionColumns(),
  ],
  keys: [{ name: "customcontrol_name", columns: ["name"] }],
});
