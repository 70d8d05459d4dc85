import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const savedQuery = defineTable({
  schemaName: "SavedQuery",
  entitySetName: "savedqueries",
  displayName: "View",
  collectionName: "Views",
  ownership: "organization",
  primaryName: "name",
  states: activeAndInactive,
  columns: [
    column.text("Name", "Name", 200, { required: "required" }),
    column.memo("Description", "Description", 2000),
    column.text("ReturnedTypeCode", "Table", 64, { required: "required" }),
    /** 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup. */
    column.wholeNumber("QueryType", "Query Type"),
    column.memo("FetchXml", "FetchXml", 1048576),
    column.memo("LayoutXml", "LayoutXml", 1048576),
    column.yesNo("IsDefault", "Default View"),
    column.yesNo("IsQuickFindQuery", "Is Quick Find Query"),
    ...solutionColumns(),
  ],
});
