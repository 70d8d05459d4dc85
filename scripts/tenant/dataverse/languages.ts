import type { Labels } from "./metadata";

/** A language that users of the tenant may speak. */
export interface UserLanguage {
  /** The number that the platform gives it. */
  id: number;
  /** As browsers name it. */
  tag: string;
  isRtl: boolean;
}

export const english: UserLanguage = { id: 1033, tag: "en-US", isRtl: false };

const others: readonly (readonly [id: number, tag: string])[] = [
  [1025, "ar-SA"],
  [1031, "de-DE"],
  [1036, "fr-FR"],
  [1040, "it-IT"],
  [1041, "ja-JP"],
  [1043, "nl-NL"],
  [1045, "pl-PL"],
  [1046, "pt-BR"],
  [1053, "sv-SE"],
  [2052, "zh-CN"],
  [3082, "es-ES"],
];

/** Languages that the tenant has provisioned. */
export const userLanguages: readonly UserLanguage[] = [
  english,
  ...others.map(([id, tag]) => ({ id, tag, isRtl: tag.startsWith("ar") })),
];

/** The text of a language; the English one where there is none. */
export const inLanguage = (languageId: number | undefined, text: string, labels: Labels | undefined): string =>
  (languageId === undefined ? undefined : labels?.[languageId]) ?? text;
