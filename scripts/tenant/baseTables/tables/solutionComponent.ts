import { defineTable } from "../defineTable";
import { column } from "../column";

export const solutionComponent = defineTable({
  schemaName: "SolutionComponent",
  entitySetName: "solutioncomponents",
  displayName: "Solution Component",
  collectionName: "Solution Components",
  ownership: "organization",
  primaryName: "solutioncomponentid",
  columns: [
    column.wholeNumber("ComponentType", "Object Type Code"),
    column.guid("ObjectId", "Regarding"),
    column.wholeNumber("RootComponentBehavior", "Include Behavior"),
    column.lookup("SolutionId", "Solution", "solution", "solution_solutioncomponent", { onDelete: "cascade" }),
  ],
});
