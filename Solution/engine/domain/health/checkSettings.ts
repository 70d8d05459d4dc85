import { toCloudProfile } from "../referral/CloudProfile";
import type { SyncSettings } from "../sync/SyncSettings";
import { describeSettingProblems } from "../sync/SettingProblem";
import { failedCheck, ok, warning, type HealthCheck } from "./HealthCheck";

/** Settings without which nothing can be asked of Microsoft. */
export const checkSettings = ({ cloudProfile, tenantId, clientId, settingProblems }: SyncSettings): HealthCheck => {
  const told = describeSettingProblems(settingProblems);
  if (toCloudProfile(cloudProfile) === null) {
    const failed = failedCheck("settings", "connection.profileUnknown");
    return { ...failed, words: `${failed.words} ${told}.` };
  }
  if (tenantId === "" || clientId === "") return failedCheck("settings", "connection.settingsMissing");
  if (told !== "") return warning("settings", `${told}.`, "Correct the values of these environment variables.");
  return ok("settings", "Cloud profile, tenant id and client id are set.");
};
