import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const environmentVariableValue = defineTable({
  schemaName: "EnvironmentVariableValue",
  entitySetName: "environmentvariablevalues",
  displayName: "Environment Variable Value",
  collectionName: "Environment Variable Values",
  ownership: "user",
  primaryName: "schemaname",
  states: activeAndInactive,
  columns: [
    column.text("SchemaName", "Schema Name", 100),
    column.memo("Value", "Value", 2000),
    column.lookup(
      "EnvironmentVariableDefinitionId",
      "Environment Variable Definition",
      "environmentvariabledefinition",
      "environmentvariabledefinition_environmentvariablevalue",
      { required: "required", onDelete: "cascade", navigation: "EnvironmentVariableDefinitionId" },
    ),
    ...solutionColumns(),
  ],
});
