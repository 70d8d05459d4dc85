import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const workflow = defineTable({
  schemaName: "Workflow",
  entitySetName: "workflows",
  displayName: "Process",
  collectionName: "Processes",
  ownership: "user",
  primaryName: "name",
  states: [
    { label: "Draft", value: 0, reasons: { Draft: 1 } },
    { label: "Activated", value: 1, reasons: { Activated: 2 } },
  ],
  columns: [
    column.text("Name", "Process Name", 100, { required: "required" }),
    column.wholeNumber("Category", "Category"),
    /** Ids that Power Automate knows a cloud flow by; the workflow's own is the same in every environment. */
    column.guid("WorkflowIdUnique", "Workflow Id Unique"),
    column.guid("ResourceId", "Resource Id"),
    column.memo("ClientData", "Client Data", 1073741823),
    ...solutionColumns(),
  ],
});
