import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A language besides English (1033), which sources are written in, that can ship. */
export interface Language {
  /** As browsers name it; so its file is called. */
  tag: string;
  /** The number that the platform gives it. */
  lcid: number;
}

/**
 * Numbers of languages in Dataverse, of which an environment provisions some.
 * Source: https://learn.microsoft.com/power-platform/admin/language-collations
 */
export const languages: readonly Language[] = [
  { tag: "ar-SA", lcid: 1025 },
  { tag: "de-DE", lcid: 1031 },
  { tag: "es-ES", lcid: 3082 },
  { tag: "fr-FR", lcid: 1036 },
  { tag: "it-IT", lcid: 1040 },
  { tag: "ja-JP", lcid: 1041 },
  { tag: "nl-NL", lcid: 1043 },
  { tag: "pl-PL", lcid: 1045 },
  { tag: "pt-BR", lcid: 1046 },
  { tag: "sv-SE", lcid: 1053 },
  { tag: "zh-CN", lcid: 2052 },
];

/** Where translations lie, relative to the root: a file a language. */
export const translationsFolder = "Solution/translations";

/** Languages that have a file, in the order of their numbers: exactly these ship. Throws where a file names none. */
export function shippedLanguages(root: string): readonly Language[] {
  const folder = join(root, translationsFolder);
  const tags = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : []))
    : [];
  const unknown = tags.find((tag) => !languages.some((language) => language.tag === tag));
  if (unknown !== undefined)
    throw new Error(
      `${translationsFolder}/${unknown}.json names no language that scripts/translate/languages.ts knows.`,
    );
  return languages.filter(({ tag }) => tags.includes(tag)).sort((one, other) => one.lcid - other.lcid);
}
