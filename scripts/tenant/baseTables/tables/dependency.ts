import { defineTable } from "../defineTable";
import { column } from "../column";

/** What components need of each other. The tenant finds it when asked and keeps no rows. */
export const dependency = defineTable({
  schemaName: "Dependency",
  entitySetName: "dependencies",
  displayName: "Dependency",
  collectionName: "Dependencies",
  ownership: "organization",
  primaryName: "dependencyid",
  columns: [
    column.choice("DependencyType", "Dependency Type", {
      None: 0,
      "Solution Internal": 1,
      Published: 2,
      Unpublished: 4,
    }),
    column.guid("RequiredComponentObjectId", "Required Component"),
    column.wholeNumber("RequiredComponentType", "Required Component Type"),
    column.guid("DependentComponentObjectId", "Dependent Component"),
    column.wholeNumber("DependentComponentType", "Dependent Component Type"),
  ],
});
