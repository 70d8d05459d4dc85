import { userLanguage } from "../app/language";
import { onlySupported } from "../xrm/onlySupported";
import { toXrmId } from "../xrm/ids";

const dateFormattingInfo = {
  dateSeparator: "/",
  timeSeparator: ":",
  firstDayOfWeek: 0,
  shortDatePattern: "M/d/yyyy",
  shortTimePattern: "h:mm tt",
  longDatePattern: "dddd, MMMM d, yyyy",
};

const numberFormattingInfo = {
  currencySymbol: "$",
  currencyDecimalDigits: 2,
  numberDecimalDigits: 2,
  numberDecimalSeparator: ".",
  numberGroupSeparator: ",",
  negativeSign: "-",
};

/** `context.userSettings`; dates and numbers as in the United States, and the browser's time zone for the user's. */
export const createUserSettings = ({ id, name }: { id: string; name: string }) =>
  onlySupported("context.userSettings", {
    userId: toXrmId(id),
    userName: name,
    languageId: userLanguage().id,
    isRTL: userLanguage().isRtl,
    securityRoles: [] as string[],
    dateFormattingInfo: onlySupported("context.userSettings.dateFormattingInfo", dateFormattingInfo),
    numberFormattingInfo: onlySupported("context.userSettings.numberFormattingInfo", numberFormattingInfo),
    getTimeZoneOffsetMinutes: (date = new Date()) => -date.getTimezoneOffset(),
  });
