import { defineTable } from "../defineTable";
import { column } from "../column";

export const publisher = defineTable({
  schemaName: "Publisher",
  entitySetName: "publishers",
  displayName: "Publisher",
  collectionName: "Publishers",
  ownership: "organization",
  primaryName: "friendlyname",
  columns: [
    column.text("UniqueName", "Name", 256, { required: "required" }),
    column.text("FriendlyName", "Display Name", 256, { required: "required" }),
    column.text("CustomizationPrefix", "Prefix", 8, { required: "required" }),
    column.wholeNumber("CustomizationOptionValuePrefix", "Option Value Prefix", { minValue: 10000, maxValue: 99999 }),
    column.memo("Description", "Description", 2000),
  ],
  keys: [{ name: "publisher_uniquename", columns: ["uniquename"] }],
});
