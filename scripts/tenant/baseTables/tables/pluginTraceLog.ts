import { defineTable } from "../defineTable";
import { column } from "../column";

export const pluginTraceLog = defineTable({
  schemaName: "PluginTraceLog",
  entitySetName: "plugintracelogs",
  displayName: "Plug-in Trace Log",
  collectionName: "Plug-in Trace Logs",
  ownership: "organization",
  primaryName: "typename",
  columns: [
    column.text("TypeName", "Type Name", 1024),
    column.text("MessageName", "Message Name", 1024),
    column.text("PrimaryEntity", "Primary Table", 1000),
    column.choice("OperationType", "Operation Type", { Unknown: 0, "Plug-in": 1, "Workflow Activity": 2 }),
    column.choice("Mode", "Mode", { Synchronous: 0, Asynchronous: 1 }),
    column.wholeNumber("Depth", "Depth"),
    column.guid("CorrelationId", "Correlation Id"),
    column.guid("RequestId", "Request Id"),
    column.guid("PluginStepId", "Plugin Step Id"),
    column.dateTime("PerformanceExecutionStartTime", "Execution Start Time"),
    column.wholeNumber("PerformanceExecutionDuration", "Execution Duration (ms)"),
    column.memo("MessageBlock", "Message Block", 1048576),
    column.memo("ExceptionDetails", "Exception Details", 1048576),
  ],
});
