import { defineTable } from "../defineTable";
import { column } from "../column";

export const organization = defineTable({
  schemaName: "Organization",
  entitySetName: "organizations",
  displayName: "Organization",
  collectionName: "Organizations",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Organization Name", 160, { required: "required" }),
    column.lookup("BaseCurrencyId", "Currency", "transactioncurrency", "basecurrency_organization", {
      onDelete: "restrict",
    }),
    column.wholeNumber("LanguageCode", "Language"),
  ],
});
