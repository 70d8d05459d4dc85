import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";
import { customApiNames } from "./customApiNames";
import { customApiParameterTypes } from "./customApiParameterTypes";

export const customApiResponseProperty = defineTable({
  schemaName: "CustomAPIResponseProperty",
  entitySetName: "customapiresponseproperties",
  displayName: "Custom API Response Property",
  collectionName: "Custom API Response Properties",
  ownership: "user",
  primaryName: "name",
  states: activeAndInactive,
  columns: [
    ...customApiNames(),
    column.choice("Type", "Type", customApiParameterTypes),
    column.text("LogicalEntityName", "Logical Entity Name", 100),
    column.lookup("CustomAPIId", "Custom API", "customapi", "customapi_customapiresponseproperty", {
      required: "required",
      onDelete: "cascade",
    }),
    ...solutionColumns(),
  ],
});
