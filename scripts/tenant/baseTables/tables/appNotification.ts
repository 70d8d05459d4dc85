import { column } from "../column";
import { defineTable } from "../defineTable";

/** What model-driven apps show behind their bell, to the user that owns it. */
export const appNotification = defineTable({
  schemaName: "appnotification",
  entitySetName: "appnotifications",
  displayName: "Notification",
  collectionName: "Notifications",
  ownership: "user",
  primaryName: "title",
  columns: [
    column.text("Title", "Title", 100),
    column.text("Body", "Body", 500),
    column.memo("Data", "Data", 5000),
    column.choice("IconType", "Icon Type", {
      Info: 100000000,
      Success: 100000001,
      Failure: 100000002,
      Warning: 100000003,
      Mention: 100000004,
      Custom: 100000005,
    }),
    column.choice("ToastType", "Toast Type", { Timed: 200000000, Hidden: 200000001 }),
    column.choice("Priority", "Priority", { Normal: 200000000, High: 200000001 }),
    column.wholeNumber("TTLInSeconds", "Expiry (seconds)"),
  ],
});
