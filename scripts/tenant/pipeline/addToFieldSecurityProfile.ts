import { nameBasedGuid } from "../solution/nameBasedGuid";
import type { SystemRows } from "../solution/rows/SystemRows";

/** Makes a user a member of a column security profile. */
export async function addToFieldSecurityProfile(rows: SystemRows, userId: string, profileName: string): Promise<void> {
  const [profile] = await rows.read("fieldsecurityprofile", ["fieldsecurityprofileid"], { name: profileName });
  if (!profile) throw new Error(`There is no column security profile "${profileName}".`);
  const fieldsecurityprofileid = String(profile.fieldsecurityprofileid);
  const id = nameBasedGuid(`systemuserprofiles:${userId}/${fieldsecurityprofileid}`);
  await rows.save("systemuserprofiles", id, { systemuserid: userId, fieldsecurityprofileid });
}
