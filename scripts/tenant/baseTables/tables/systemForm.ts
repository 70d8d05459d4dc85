import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const systemForm = defineTable({
  schemaName: "SystemForm",
  entitySetName: "systemforms",
  displayName: "System Form",
  collectionName: "System Forms",
  ownership: "organization",
  primaryId: "FormId",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 100, { required: "required" }),
    column.memo("Description", "Description", 2000),
    column.text("ObjectTypeCode", "Table", 64, { required: "required" }),
    column.choice("Type", "Form Type", {
      Dashboard: 0,
      Main: 2,
      "Mobile - Express": 5,
      "Quick View Form": 6,
      "Quick Create": 7,
      Dialog: 8,
      "Power BI Dashboard": 10,
      Card: 11,
      "Main - Interactive experience": 12,
    }),
    column.memo("FormXml", "FormXml", 1048576),
    column.choice("FormActivationState", "Form State", { Inactive: 0, Active: 1 }, { defaultValue: 1 }),
    column.yesNo("IsDefault", "Default Form"),
    ...solutionColumns(),
  ],
});
