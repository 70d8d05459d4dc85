import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../pack/sourceFiles";
import { labelsOf } from "./labels";
import { readResx } from "./resx";
import { scriptTexts } from "./scriptTexts";

/** A text that people see, written in English in the sources. */
export interface SourceText {
  text: string;
  /** Where it stands, relative to the root. */
  places: readonly string[];
}

/** Everything that is to be translated: labels of the solution, texts of controls, texts of scripts. */
export function sourceTexts(root: string): readonly SourceText[] {
  const places = new Map<string, Set<string>>();
  const add = (text: string, place: string) => {
    if (text !== "") places.set(text, (places.get(text) ?? new Set()).add(place));
  };
  for (const { text, file } of labelsOf(join(root, "Solution/src"))) add(text, `Solution/src/${file}`);
  for (const file of filesBelow(join(root, "PcfControls")).filter((name) => name.endsWith(".1033.resx")))
    for (const text of readResx(readFileSync(join(root, "PcfControls", file), "utf8")).values())
      add(text, `PcfControls/${file}`);
  for (const [key, text] of scriptTexts) add(text, `WebResources: ${key}`);
  return [...places].map(([text, found]) => ({ text, places: [...found] }));
}
