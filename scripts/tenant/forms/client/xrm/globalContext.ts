import type { AppDescription } from "../../protocol";
import { userLanguage } from "../app/language";
import { toXrmId } from "./ids";
import { onlySupported } from "./onlySupported";

const english = 1033;

function createClient() {
  return onlySupported("globalContext.client", {
    getClient: () => "Web",
    getClientState: () => "Online",
    getFormFactor: () => 1,
    isOffline: () => false,
    isNetworkAvailable: () => navigator.onLine,
  });
}

function createUserSettings({ id, name }: AppDescription["user"]) {
  return onlySupported("globalContext.userSettings", {
    userId: toXrmId(id),
    userName: name,
    languageId: userLanguage().id,
    isRTL: userLanguage().isRtl,
    getTimeZoneOffsetMinutes: () => -new Date().getTimezoneOffset(),
  });
}

/** Answer of `Xrm.Utility.getGlobalContext()`. */
export function createGlobalContext({ user, organization }: AppDescription) {
  return onlySupported("globalContext", {
    client: createClient(),
    userSettings: createUserSettings(user),
    organizationSettings: onlySupported("globalContext.organizationSettings", {
      organizationId: organization.id,
      // The environment as Power Platform knows it; here it is not in any cloud.
      bapEnvironmentId: "",
      uniqueName: organization.name,
      languageId: english,
    }),
    getClientUrl: () => location.origin,
    getCurrentAppUrl: () => `${location.origin}/main.aspx`,
    getCurrentAppName: async () => "Sales Hub",
    getVersion: () => "9.2.0.0",
    getWebResourceUrl: (name: string) => `${location.origin}/WebResources/${name}`,
    isOnPremises: () => false,
    prependOrgName: (path: string) => path,
  });
}
