import { defineTable } from "../defineTable";
import { column } from "../column";

export const solutionHistory = defineTable({
  schemaName: "msdyn_solutionhistory",
  entitySetName: "msdyn_solutionhistories",
  displayName: "Solution History",
  collectionName: "Solution History",
  ownership: "organization",
  primaryName: "msdyn_name",
  columns: [
    column.text("msdyn_Name", "Solution Name", 256),
    column.text("msdyn_SolutionVersion", "Solution Version", 256),
    column.text("msdyn_PublisherName", "Publisher Name", 256),
    column.yesNo("msdyn_IsManaged", "Is Managed"),
    column.choice("msdyn_Operation", "Operation", { Import: 0, Uninstall: 1, Export: 2 }),
    column.choice("msdyn_SubOperation", "Sub-operation", { None: 0, New: 1, Upgrade: 2, Update: 3, Delete: 4 }),
    column.choice("msdyn_Status", "Status", { Started: 0, Completed: 1, Queued: 2 }),
    column.yesNo("msdyn_Result", "Result", {
      options: [
        { value: 0, label: "Failure" },
        { value: 1, label: "Success" },
      ],
    }),
    column.wholeNumber("msdyn_ErrorCode", "Error Code"),
    column.memo("msdyn_ExceptionMessage", "Exception Message", 1048576),
    column.dateTime("msdyn_StartTime", "Start Time"),
    column.dateTime("msdyn_EndTime", "End Time"),
  ],
});
