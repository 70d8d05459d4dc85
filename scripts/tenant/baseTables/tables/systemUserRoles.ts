import { defineTable } from "../defineTable";
import { column } from "../column";

export const systemUserRoles = defineTable({
  schemaName: "SystemUserRoles",
  entitySetName: "systemuserrolescollection",
  displayName: "User Role",
  collectionName: "User Roles",
  ownership: "organization",
  primaryId: "SystemUserRoleId",
  primaryName: "systemuserroleid",
  columns: [
    column.lookup("SystemUserId", "User", "systemuser", "systemuserroles_systemuser", { onDelete: "cascade" }),
    column.lookup("RoleId", "Role", "role", "systemuserroles_role", { onDelete: "cascade" }),
  ],
});
