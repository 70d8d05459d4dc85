import { defineTable } from "../defineTable";
import { column } from "../column";

/** One row for each privilege of each table, such as prvReadOpportunity. */
export const privilege = defineTable({
  schemaName: "Privilege",
  entitySetName: "privileges",
  displayName: "Privilege",
  collectionName: "Privileges",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Name", 100, { required: "required" }),
    column.wholeNumber("AccessRight", "Access Right"),
  ],
  keys: [{ name: "privilege_name", columns: ["name"] }],
});
