import { useTranslations, type StringTable } from "./texts";

/** Languages that ship, by the number that the platform gives a language, with the name that browsers give it. */
declare const COSELL_LANGUAGES: Readonly<Record<number, string>> | undefined;

/** What is asked of the platform: `Xrm.Utility.getGlobalContext()`. */
interface Context {
  userSettings: { languageId: number };
  getClientUrl: () => string;
}

const shipped = typeof COSELL_LANGUAGES === "undefined" ? {} : COSELL_LANGUAGES;

const readResx = (xml: string): ReadonlyMap<string, string> => {
  const data = new DOMParser().parseFromString(xml, "text/xml").querySelectorAll("data");
  return new Map(
    [...data].map((each) => [each.getAttribute("name") ?? "", each.querySelector("value")?.textContent ?? ""]),
  );
};

let loading: Promise<void> | undefined;

const load = async (name: string, context: () => Context): Promise<void> => {
  try {
    const { userSettings, getClientUrl } = context();
    const { languageId } = userSettings;
    if (!(languageId in shipped)) return;
    const answer = await fetch(`${getClientUrl()}/WebResources/cosell_/texts/${name}.${languageId}.resx`);
    if (answer.ok) useTranslations(readResx(await answer.text()));
  } catch {
    // English is better than nothing.
  }
};

/** Has the user's language at hand, read once a page. English where it does not ship or cannot be read. Never rejects. */
export const loadLanguage = (table: StringTable, context: () => Context): Promise<void> =>
  (loading ??= load(table, context));

/** The user's language as browsers name it; undefined where it does not ship. */
export const languageTagOf = ({ userSettings }: Pick<Context, "userSettings">): string | undefined =>
  shipped[userSettings.languageId];

/**
 * How to write numbers and times for the user; undefined leaves it to the browser. Digits and calendar are those of the platform,
 * also where a browser would take others for the language.
 */
export const localeOf = (context: Pick<Context, "userSettings">): string | undefined => {
  const tag = languageTagOf(context);
  return tag && new Intl.Locale(tag, { calendar: "gregory", numberingSystem: "latn" }).toString();
};
