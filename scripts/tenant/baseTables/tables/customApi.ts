import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";
import { customApiNames } from "./customApiNames";

export const customApi = defineTable({
  schemaName: "CustomAPI",
  entitySetName: "customapis",
  displayName: "Custom API",
  collectionName: "Custom APIs",
  ownership: "user",
  primaryName: "name",
  states: activeAndInactive,
  columns: [
    ...customApiNames(),
    column.choice("AllowedCustomProcessingStepType", "Allowed Custom Processing Step Type", {
      None: 0,
      "Async Only": 1,
      "Sync and Async": 2,
    }),
    column.choice("BindingType", "Binding Type", { Global: 0, Entity: 1, EntityCollection: 2 }),
    column.text("BoundEntityLogicalName", "Bound Entity Logical Name", 100),
    column.text("ExecutePrivilegeName", "Execute Privilege Name", 100),
    column.yesNo("IsFunction", "Is Function"),
    column.yesNo("IsPrivate", "Is Private"),
    column.yesNo("WorkflowSdkStepEnabled", "Enabled for Workflow"),
    column.lookup("PluginTypeId", "Plugin Type", "plugintype", "plugintype_customapi"),
    column.lookup("SdkMessageId", "Sdk Message", "sdkmessage", "sdkmessage_customapi"),
    ...solutionColumns(),
  ],
  keys: [{ name: "customapi_uniquename", columns: ["uniquename"] }],
});
