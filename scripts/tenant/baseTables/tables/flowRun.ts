import { defineTable } from "../defineTable";
import { column } from "../column";

/** What a cloud flow did each time it ran. */
export const flowRun = defineTable({
  schemaName: "FlowRun",
  entitySetName: "flowruns",
  displayName: "Flow Run",
  collectionName: "Flow Runs",
  ownership: "user",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 100),
    column.lookup("Workflow", "Workflow", "workflow", "workflow_flowrun_Workflow", { onDelete: "cascade" }),
    column.text("TriggerType", "Trigger Type", 100),
    column.text("Status", "Status", 100),
    column.dateTime("StartTime", "Start Time"),
    column.dateTime("EndTime", "End Time"),
    /** In milliseconds. */
    column.wholeNumber("Duration", "Duration"),
    column.text("ErrorCode", "Error Code", 100),
    column.memo("ErrorMessage", "Error Message", 4000),
  ],
});
