import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../pack/sourceFiles";
import type { Catalogue } from "./Catalogue";

/** A label of the solution: `<label description="…" languagecode="1033" />`, or `<Title LCID="1033" Title="…" />` of a site map. */
const label = /<(\w+)((?:\s+[\w:]+="[^"]*")*?)\s+(languagecode|LCID)="1033"((?:\s+[\w:]+="[^"]*")*?)\s*\/>/g;
const text = /\s(description|Title)="([^"]*)"/i;

/**
 * Files whose labels stay English: what only makers read, where names are those of documents and code (custom APIs,
 * relationships), and names that the platform keeps in one language (cloud flows).
 */
const isTranslated = (file: string): boolean =>
  file.endsWith(".xml") && !/^(customapis|Workflows|Other\/Relationships|WebResources)\//.test(file);

/** What Microsoft's own forms are called, which a managed difference repeats, is Microsoft's to say. */
const isMicrosofts = (file: string, tag: string): boolean =>
  tag === "LocalizedName" && /^Entities\/(Lead|Opportunity)\/FormXml\//.test(file);

const entities: readonly (readonly [string, string])[] = [
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\n", "&#xA;"],
];
const unescape = (value: string): string =>
  entities
    .reduce((result, [character, entity]) => result.replaceAll(entity, character), value)
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
const escape = (value: string): string =>
  entities.reduce(
    (result, [character, entity]) => result.replaceAll(character, entity),
    value.replaceAll("&", "&amp;"),
  );

const textIn = (attributes: string): string => unescape(text.exec(attributes)?.[2] ?? "");

const labelFiles = (folder: string): string[] => filesBelow(folder).filter(isTranslated);

/** English labels of an unpacked solution, with the files they stand in. */
export const labelsOf = (folder: string): { text: string; file: string }[] =>
  labelFiles(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(label)]
      .filter(([, tag = ""]) => !isMicrosofts(file, tag))
      .map(([, , before = "", , after = ""]) => ({ text: textIn(before + after), file }))
      .filter(({ text: found }) => found !== ""),
  );

/**
 * Adds to each English label of an unpacked solution its translations, behind it, as exports of multi-language environments
 * have them. Where a language is not provisioned, an import leaves its labels out.
 * Source: https://learn.microsoft.com/power-platform/alm/create-solutions-support-multiple-languages
 */
export function translateLabels(folder: string, catalogues: readonly Catalogue[]): void {
  for (const file of labelFiles(folder)) {
    const path = join(folder, file);
    const source = readFileSync(path, "utf8");
    const translated = source.replace(label, (found: string, ...groups: string[]) => {
      const [tag = "", before = "", , after = ""] = groups;
      if (isMicrosofts(file, tag)) return found;
      const own = textIn(before + after);
      const indent = indentBefore(source, Number(groups.at(-2)));
      return [found, ...(own === "" ? [] : catalogues.flatMap((catalogue) => twin(found, own, catalogue)))].join(
        indent,
      );
    });
    if (translated !== source) writeFileSync(path, translated);
  }
}

function twin(found: string, own: string, { language, translations }: Catalogue): string[] {
  const translation = translations.get(own);
  if (translation === undefined) return [];
  return [
    found
      .replace(text, (_, name: string) => ` ${name}="${escape(translation)}"`)
      .replace(/(languagecode|LCID)="1033"/, `$1="${language.lcid}"`),
  ];
}

/** The line break and the blanks that stand before a place. */
const indentBefore = (source: string, at: number): string => /\r?\n[ \t]*$/.exec(source.slice(0, at))?.[0] ?? "";
