import { onlySupported } from "../xrm/onlySupported";
import { toXrmId } from "../xrm/ids";

/** `context.userSettings`; the tenant speaks English and takes the browser's time zone for the user's. */
export const createUserSettings = ({ id, name }: { id: string; name: string }) =>
  onlySupported("context.userSettings", {
    userId: toXrmId(id),
    userName: name,
    languageId: 1033,
    isRTL: false,
    securityRoles: [] as string[],
    getTimeZoneOffsetMinutes: (date = new Date()) => -date.getTimezoneOffset(),
  });
