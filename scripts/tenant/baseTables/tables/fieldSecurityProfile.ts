import { defineTable } from "../defineTable";
import { column } from "../column";
import { solutionColumns } from "./solutionColumns";

export const fieldSecurityProfile = defineTable({
  schemaName: "FieldSecurityProfile",
  entitySetName: "fieldsecurityprofiles",
  displayName: "Column Security Profile",
  collectionName: "Column Security Profiles",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 100, { required: "required" }),
    column.memo("Description", "Description", 2000),
    ...solutionColumns(),
  ],
});
