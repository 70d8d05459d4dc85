import { defineTable } from "../defineTable";
import { column } from "../column";

const allowance = { "Not Allowed": 0, Allowed: 4 };

export const fieldPermission = defineTable({
  schemaName: "FieldPermission",
  entitySetName: "fieldpermissions",
  displayName: "Column Permission",
  collectionName: "Column Permissions",
  ownership: "organization",
  primaryName: "attributelogicalname",
  columns: [
    column.lookup(
      "FieldSecurityProfileId",
      "Profile",
      "fieldsecurityprofile",
      "lk_fieldpermission_fieldsecurityprofileid",
      { onDelete: "cascade" },
    ),
    column.text("EntityName", "Table", 128),
    column.text("AttributeLogicalName", "Column", 50),
    column.choice("CanRead", "Can Read", allowance),
    column.choice("CanUpdate", "Can Update", allowance),
    column.choice("CanCreate", "Can Create", allowance),
  ],
});
