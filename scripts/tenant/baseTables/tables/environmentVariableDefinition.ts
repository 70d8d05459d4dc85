import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";
import { environmentVariableTypes } from "./environmentVariableTypes";

export const environmentVariableDefinition = defineTable({
  schemaName: "EnvironmentVariableDefinition",
  entitySetName: "environmentvariabledefinitions",
  displayName: "Environment Variable Definition",
  collectionName: "Environment Variable Definitions",
  ownership: "user",
  primaryName: "schemaname",
  states: activeAndInactive,
  columns: [
    column.text("SchemaName", "Schema Name", 100, { required: "required" }),
    column.text("DisplayName", "Display Name", 100),
    column.memo("Description", "Description", 2000),
    column.choice("Type", "Type", environmentVariableTypes),
    column.memo("DefaultValue", "Default Value", 2000),
    column.yesNo("IsRequired", "Is Required"),
    column.choice("SecretStore", "Secret Store", { "Azure Key Vault": 0, "Microsoft Dataverse": 1 }),
    ...solutionColumns(),
  ],
  keys: [{ name: "environmentvariabledefinition_schemaname", columns: ["schemaname"] }],
});
