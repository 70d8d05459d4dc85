import "../../WebResources/Commands/strings";
import "../../WebResources/GridIcons/strings";
import "../../WebResources/ReasonPage/strings";
import "../../WebResources/SetupPage/strings";
import "../../WebResources/shared/forms/strings";
import { englishTexts, type StringTable } from "../../WebResources/shared/language/texts";

/** English texts of all scripts, by the keys that scripts know them by. */
export const scriptTexts: ReadonlyMap<string, string> = englishTexts;

/** Which texts a string table holds, by how their keys begin. Those of icons travel in their script. */
export const stringTables: Readonly<Record<StringTable, readonly string[]>> = {
  Forms: ["commands", "forms", "reason"],
  SetupPage: ["setup"],
};

/** Texts whose keys begin so, translated; what has no translation is left out, and shows in English. */
export const translateScripts = (
  prefixes: readonly string[],
  translations: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(
    [...scriptTexts].flatMap(([key, english]) => {
      const translation = prefixes.includes(key.split(".")[0] ?? "") ? translations.get(english) : undefined;
      return translation === undefined ? [] : [[key, translation] as const];
    }),
  );
