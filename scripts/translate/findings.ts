import type { Catalogue } from "./Catalogue";
import type { SourceText } from "./sourceTexts";

/** What is wrong with a language's file, by kind. */
export interface Findings {
  /** English texts without a translation. */
  missing: readonly string[];
  /** Translations of texts that are in no source any more. */
  stale: readonly string[];
  /** Texts whose translation has other places for values. */
  places: readonly string[];
  /** Texts that were copied instead of translated: the same in both languages, and not listed so. */
  copied: readonly string[];
}

const placesIn = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();

/** Holds a language against the English texts. */
export function findingsOf(sources: readonly SourceText[], { translations, sameAsEnglish }: Catalogue): Findings {
  const english = new Set(sources.map(({ text }) => text));
  const all = [...translations];
  return {
    missing: [...english].filter((text) => (translations.get(text) ?? "") === ""),
    stale: all.flatMap(([text]) => (english.has(text) ? [] : [text])),
    places: all.flatMap(([text, translation]) => (placesIn(text) === placesIn(translation) ? [] : [text])),
    copied: all.flatMap(([text, translation]) => (text === translation && !sameAsEnglish.includes(text) ? [text] : [])),
  };
}
