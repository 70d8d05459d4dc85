import { resolve } from "node:path";
import { readCatalogues } from "./translate/Catalogue";
import { findingsOf } from "./translate/findings";
import { sourceTexts } from "./translate/sourceTexts";

const root = resolve(__dirname, "..");
const [wanted, ...more] = process.argv.slice(2);

/** A line a language; for one that is named, each text that is wrong. Ends with 1 where something is. */
function translations(): number {
  const sources = sourceTexts(root);
  if (wanted === "--english") {
    console.log(
      JSON.stringify(Object.fromEntries(sources.map(({ text, places }) => [text, places.join(", ")])), null, 2),
    );
    return 0;
  }
  const catalogues = readCatalogues(root).filter(({ language }) => wanted === undefined || language.tag === wanted);
  if (catalogues.length === 0) throw new Error(`There is no Solution/translations/${wanted ?? "*"}.json.`);
  const wrong = catalogues.map((catalogue) => {
    const findings = Object.entries(findingsOf(sources, catalogue)) as [string, readonly string[]][];
    const counts = findings.map(([kind, texts]) => `${texts.length} ${kind}`);
    console.log(
      `${catalogue.language.tag}: ${catalogue.translations.size} of ${sources.length} texts; ${counts.join(", ")}`,
    );
    if (wanted !== undefined)
      for (const [kind, texts] of findings) for (const text of texts) console.log(`  ${kind}: ${JSON.stringify(text)}`);
    return findings.some(([, texts]) => texts.length > 0);
  });
  return wrong.includes(true) ? 1 : 0;
}

if (more.length > 0) {
  console.error("npm run translations -- --help says what it takes.");
  process.exit(2);
}
try {
  process.exit(translations());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(2);
}
