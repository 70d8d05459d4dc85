import { defineTable } from "../defineTable";
import { column } from "../column";

export const systemUserProfiles = defineTable({
  schemaName: "SystemUserProfiles",
  entitySetName: "systemuserprofilescollection",
  displayName: "User of a Column Security Profile",
  collectionName: "Users of Column Security Profiles",
  ownership: "organization",
  primaryId: "SystemUserProfileId",
  primaryName: "systemuserprofileid",
  columns: [
    column.lookup("SystemUserId", "User", "systemuser", "systemuserprofiles_systemuser", { onDelete: "cascade" }),
    column.lookup("FieldSecurityProfileId", "Profile", "fieldsecurityprofile", "systemuserprofiles_profile", {
      onDelete: "cascade",
    }),
  ],
});
