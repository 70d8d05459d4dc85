import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedLanguages, translationsFolder, type Language } from "./languages";

/** What a language says in the place of each English text. */
export interface Catalogue {
  language: Language;
  /** By English text; a text that is the same in both languages stands for itself. */
  translations: ReadonlyMap<string, string>;
  /** Texts that are the same in both languages, and are meant to be. */
  sameAsEnglish: readonly string[];
}

/** Shape of `Solution/translations/<tag>.json`. */
interface CatalogueFile {
  texts: Readonly<Record<string, string>>;
  sameAsEnglish: readonly string[];
}

const isTexts = (texts: unknown): texts is CatalogueFile["texts"] =>
  typeof texts === "object" && texts !== null && Object.values(texts).every((text) => typeof text === "string");

const isSame = (same: unknown): same is CatalogueFile["sameAsEnglish"] =>
  Array.isArray(same) && same.every((text) => typeof text === "string");

/** The file of one language. Throws where it has another shape. */
export function readCatalogue(root: string, language: Language): Catalogue {
  const file = `${translationsFolder}/${language.tag}.json`;
  const { texts, sameAsEnglish } = JSON.parse(readFileSync(join(root, file), "utf8")) as Partial<CatalogueFile>;
  if (!isTexts(texts) || !isSame(sameAsEnglish))
    throw new Error(`${file} has to be { "texts": { "English": "translation" }, "sameAsEnglish": ["English"] }.`);
  const same = sameAsEnglish.map((text) => [text, text] as const);
  return { language, translations: new Map([...Object.entries(texts), ...same]), sameAsEnglish };
}

/** Every language that ships. */
export const readCatalogues = (root: string): readonly Catalogue[] =>
  shippedLanguages(root).map((language) => readCatalogue(root, language));
