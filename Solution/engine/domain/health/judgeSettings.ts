import { toCloudProfile } from "../referral/CloudProfile";
import type { SyncSettings } from "../sync/SyncSettings";
import { failedCheck, ok, type HealthCheck } from "./HealthCheck";

/** Settings without which nothing can be asked of Microsoft. */
export const judgeSettings = ({ cloudProfile, tenantId, clientId }: SyncSettings): HealthCheck => {
  if (toCloudProfile(cloudProfile) === null) return failedCheck("settings", "connection.profileUnknown");
  if (tenantId === "" || clientId === "") return failedCheck("settings", "connection.settingsMissing");
  return ok("settings", "Cloud profile, tenant id and client id are set.");
};
