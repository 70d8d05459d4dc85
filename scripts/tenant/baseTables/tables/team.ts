import { defineTable } from "../defineTable";
import { column } from "../column";

export const team = defineTable({
  schemaName: "Team",
  entitySetName: "teams",
  displayName: "Team",
  collectionName: "Teams",
  ownership: "organization",
  primaryName: "name",
  columns: [
    column.text("Name", "Team Name", 160, { required: "required" }),
    column.lookup("BusinessUnitId", "Business Unit", "businessunit", "business_unit_teams", {
      required: "required",
      onDelete: "restrict",
    }),
    column.lookup("AdministratorId", "Administrator", "systemuser", "lk_teambase_administratorid"),
    column.choice(
      "TeamType",
      "Team Type",
      { Owner: 0, Access: 1, "Security Group": 2, "Office Group": 3 },
      { defaultValue: 0 },
    ),
    column.yesNo("IsDefault", "Is Default"),
    column.memo("Description", "Description", 2000),
  ],
});
