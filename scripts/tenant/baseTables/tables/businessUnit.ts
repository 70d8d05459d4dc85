import { defineTable } from "../defineTable";
import { column } from "../column";

export const businessUnit = defineTable({
  schemaName: "BusinessUnit",
  entitySetName: "businessunits",
  displayName: "Business Unit",
  collectionName: "Business Units",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 160, { required: "required" }),
    column.lookup("ParentBusinessUnitId", "Parent Business", "businessunit", "business_unit_parent_business_unit"),
    column.yesNo("IsDisabled", "Is Disabled"),
  ],
});
