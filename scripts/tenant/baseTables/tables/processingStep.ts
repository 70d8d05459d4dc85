import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const processingStep = defineTable({
  schemaName: "SdkMessageProcessingStep",
  entitySetName: "sdkmessageprocessingsteps",
  displayName: "Sdk Message Processing Step",
  collectionName: "Sdk Message Processing Steps",
  ownership: "organization",
  primaryName: "name",
  states: [
    { label: "Enabled", value: 0, reasons: { Enabled: 1 } },
    { label: "Disabled", value: 1, reasons: { Disabled: 2 } },
  ],
  columns: [
    column.text("Name", "Name", 256, { required: "required" }),
    column.memo("Description", "Description", 2000),
    column.lookup("SdkMessageId", "SDK Message", "sdkmessage", "sdkmessageid_sdkmessageprocessingstep", {
      onDelete: "cascade",
    }),
    column.lookup("PluginTypeId", "Plug-In Type", "plugintype", "plugintypeid_sdkmessageprocessingstep", {
      onDelete: "cascade",
    }),
    /** Logical name, or `none` for every table; Dataverse keeps it in a message filter row. */
    column.text("PrimaryObjectTypeCode", "Primary Table", 128),
    column.choice("Stage", "Execution Stage", {
      "Pre-validation": 10,
      "Pre-operation": 20,
      "Main Operation": 30,
      "Post-operation": 40,
    }),
    column.choice("Mode", "Execution Mode", { Synchronous: 0, Asynchronous: 1 }),
    column.wholeNumber("Rank", "Execution Order"),
    column.memo("FilteringAttributes", "Filtering Attributes", 100000),
    column.yesNo("AsyncAutoDelete", "Asynchronous Automatic Delete"),
    column.memo("Configuration", "Configuration", 1073741823),
    column.lookup(
      "ImpersonatingUserId",
      "Impersonating User",
      "systemuser",
      "impersonatinguserid_sdkmessageprocessingstep",
    ),
    ...solutionColumns(),
  ],
});
