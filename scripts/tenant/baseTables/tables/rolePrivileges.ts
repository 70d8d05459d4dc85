import { defineTable } from "../defineTable";
import { column } from "../column";

export const rolePrivileges = defineTable({
  schemaName: "RolePrivileges",
  entitySetName: "roleprivilegescollection",
  displayName: "Role Privilege",
  collectionName: "Role Privileges",
  ownership: "organization",
  primaryId: "RolePrivilegeId",
  primaryName: "privilegename",
  columns: [
    column.text("PrivilegeName", "Privilege Name", 100),
    column.lookup("RoleId", "Role", "role", "roleprivileges_role", { onDelete: "cascade" }),
    column.lookup("PrivilegeId", "Privilege", "privilege", "roleprivileges_privilege", { onDelete: "cascade" }),
    /** 1 Basic (own rows), 2 Local (business unit), 4 Deep, 8 Global. */
    column.wholeNumber("PrivilegeDepthMask", "Privilege Depth"),
  ],
});
