import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";
import { customApiNames } from "./customApiNames";
import { customApiParameterTypes } from "./customApiParameterTypes";

export const customApiRequestParameter = defineTable({
  schemaName: "CustomAPIRequestParameter",
  entitySetName: "customapirequestparameters",
  displayName: "Custom API Request Parameter",
  collectionName: "Custom API Request Parameters",
  ownership: "user",
  primaryName: "name",
  states: activeAndInactive,
  columns: [
    ...customApiNames(),
    column.choice("Type", "Type", customApiParameterTypes),
    column.yesNo("IsOptional", "Is Optional"),
    column.text("LogicalEntityName", "Logical Entity Name", 100),
    column.lookup("CustomAPIId", "Custom API", "customapi", "customapi_customapirequestparameter", {
      required: "required",
      onDelete: "cascade",
    }),
    ...solutionColumns(),
  ],
});
