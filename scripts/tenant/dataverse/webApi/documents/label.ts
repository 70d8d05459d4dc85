import type { JsonObject } from "../json/JsonObject";

const english = 1033;

/** A text of a definition, in the tenant's one language. */
export function label(text: string): JsonObject {
  const localized = { Label: text, LanguageCode: english };
  return { LocalizedLabels: [localized], UserLocalizedLabel: localized };
}
