import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const role = defineTable({
  schemaName: "Role",
  entitySetName: "roles",
  displayName: "Security Role",
  collectionName: "Security Roles",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 100, { required: "required" }),
    column.lookup("BusinessUnitId", "Business Unit", "businessunit", "business_unit_roles", { required: "required" }),
    column.guid("RoleTemplateId", "Role Template ID"),
    ...solutionColumns(),
  ],
});
