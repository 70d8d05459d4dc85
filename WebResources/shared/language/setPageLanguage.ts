import { languageTagOf } from "./loadLanguage";

interface Context {
  userSettings: { languageId: number; isRTL: boolean };
}

/** Tells the browser in which language a page of ours speaks, and from which side it is read. */
export const setPageLanguage = (page: Document, context: Context, title: string): void => {
  page.documentElement.lang = languageTagOf(context) ?? "en";
  page.documentElement.dir = context.userSettings.isRTL ? "rtl" : "ltr";
  page.title = title;
};
