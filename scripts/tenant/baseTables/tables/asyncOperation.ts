import { defineTable } from "../defineTable";
import { column } from "../column";

export const asyncOperation = defineTable({
  schemaName: "AsyncOperation",
  entitySetName: "asyncoperations",
  displayName: "System Job",
  collectionName: "System Jobs",
  ownership: "user",
  primaryName: "name",
  states: [
    { label: "Ready", value: 0, reasons: { "Waiting For Resources": 0 } },
    { label: "Suspended", value: 1, reasons: { Waiting: 10 } },
    { label: "Locked", value: 2, reasons: { "In Progress": 20, Pausing: 21, Canceling: 22 } },
    { label: "Completed", value: 3, reasons: { Succeeded: 30, Failed: 31, Canceled: 32 } },
  ],
  columns: [
    column.text("Name", "System Job Name", 256),
    column.choice("OperationType", "System Job Type", {
      "System Event": 1,
      "Solution Import": 203,
      "Delete And Promote": 207,
    }),
    column.text("MessageName", "Message Name", 256),
    column.text("PrimaryEntityType", "Primary Table", 128),
    column.guid("RegardingObjectId", "Regarding"),
    column.guid("CorrelationId", "Correlation Id"),
    column.guid("RequestId", "Request ID"),
    column.wholeNumber("Depth", "Depth"),
    column.wholeNumber("RetryCount", "Retry Count"),
    column.wholeNumber("ErrorCode", "Error Code"),
    column.memo("FriendlyMessage", "Friendly Message", 1048576),
    column.memo("Message", "Message", 1048576),
    /** JSON of the plug-in's execution context. */
    column.memo("Data", "Data", 1073741823),
    column.dateTime("StartedOn", "Started On"),
    column.dateTime("CompletedOn", "Completed On"),
    column.dateTime("PostponeUntil", "Postpone Until"),
    column.lookup(
      "OwningExtensionId",
      "Owning Extension",
      "sdkmessageprocessingstep",
      "SdkMessageProcessingStep_AsyncOperations",
      { onDelete: "cascade" },
    ),
  ],
});
