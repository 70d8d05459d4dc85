import { defineTable } from "../defineTable";
import { column } from "../column";

export const solution = defineTable({
  schemaName: "Solution",
  entitySetName: "solutions",
  displayName: "Solution",
  collectionName: "Solutions",
  ownership: "organization",
  primaryName: "friendlyname",
  columns: [
    column.text("UniqueName", "Name", 65, { required: "required" }),
    column.text("FriendlyName", "Display Name", 256, { required: "required" }),
    column.text("Version", "Version", 256, { required: "required" }),
    column.yesNo("IsManaged", "Package Type", {
      options: [
        { value: 0, label: "Unmanaged" },
        { value: 1, label: "Managed" },
      ],
    }),
    column.yesNo("IsVisible", "Is Visible Outside Platform", { defaultValue: true }),
    column.dateTime("InstalledOn", "Installed On"),
    column.dateTime("UpdatedOn", "Updated On"),
    column.memo("Description", "Description", 2000),
    column.lookup("PublisherId", "Publisher", "publisher", "publisher_solution", {
      required: "required",
      onDelete: "restrict",
    }),
  ],
  keys: [{ name: "solution_uniquename", columns: ["uniquename"] }],
});
