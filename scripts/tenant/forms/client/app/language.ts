import { english, type UserLanguage } from "../../../dataverse/languages";

let current = english;

/** The language that the user of this page speaks. */
export const userLanguage = (): UserLanguage => current;

/** How browsers write numbers and times for the user: in western digits and the Gregorian calendar, as the platform does. */
export const userLocale = (): string =>
  new Intl.Locale(current.tag, { calendar: "gregory", numberingSystem: "latn" }).toString();

/** From now on the page speaks this language, and is read from its side. */
export function setUserLanguage(language: UserLanguage): void {
  current = language;
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.isRtl ? "rtl" : "ltr";
}
