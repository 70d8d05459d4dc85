import { defineTable } from "../defineTable";
import { column } from "../column";

export const sdkMessage = defineTable({
  schemaName: "SdkMessage",
  entitySetName: "sdkmessages",
  displayName: "Sdk Message",
  collectionName: "Sdk Messages",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Message Name", 256, { required: "required" }),
    column.yesNo("IsPrivate", "Is Private"),
  ],
  keys: [{ name: "sdkmessage_name", columns: ["name"] }],
});
