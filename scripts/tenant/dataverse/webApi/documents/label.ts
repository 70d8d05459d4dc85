import { english, inLanguage } from "../../languages";
import type { Labels } from "../../metadata";
import type { JsonObject } from "../json/JsonObject";

/** A text of a definition: in every language there is, and in the user's. */
export function label(text: string, labels: Labels | undefined, languageId: number | undefined): JsonObject {
  const all = [[String(english.id), text], ...Object.entries(labels ?? {})];
  const own = languageId !== undefined && labels?.[languageId] !== undefined ? languageId : english.id;
  return {
    LocalizedLabels: all.map(([language, Label]) => ({ Label: Label ?? "", LanguageCode: Number(language) })),
    UserLocalizedLabel: { Label: inLanguage(languageId, text, labels), LanguageCode: own },
  };
}
