import { defineTable } from "../defineTable";
import { column } from "../column";

export const systemUser = defineTable({
  schemaName: "SystemUser",
  entitySetName: "systemusers",
  displayName: "User",
  collectionName: "Users",
  ownership: "organization",
  primaryName: "fullname",
  columns: [
    column.text("FirstName", "First Name", 256, { required: "required" }),
    column.text("LastName", "Last Name", 256, { required: "required" }),
    column.text("FullName", "Full Name", 200, { validForCreate: false, validForUpdate: false }),
    column.text("DomainName", "User Name", 1024, { required: "required" }),
    column.email("InternalEMailAddress", "Primary Email", 100),
    column.text("Title", "Title", 128),
    column.phone("Address1_Telephone1", "Main Phone", 64),
    column.phone("MobilePhone", "Mobile Phone", 64),
    column.lookup("BusinessUnitId", "Business Unit", "businessunit", "business_unit_system_users", {
      required: "required",
      onDelete: "restrict",
    }),
    column.lookup("ParentSystemUserId", "Manager", "systemuser", "user_parent_user"),
    column.guid("AzureActiveDirectoryObjectId", "Microsoft Entra Object ID"),
    column.guid("ApplicationId", "Application ID"),
    column.yesNo("IsDisabled", "Status"),
  ],
});
