import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "./Catalogue";
import { translateResx } from "./resx";

const table = /<resx path="([^"]+)\.1033\.resx"[^>]*\/>/g;

/** Adds the string tables of each language to a built control, and names them in its manifest, so that the platform loads them. */
export function translateControl(folder: string, catalogues: readonly Catalogue[]): void {
  const manifest = join(folder, "ControlManifest.xml");
  const source = readFileSync(manifest, "utf8");
  for (const [, path = ""] of source.matchAll(table)) {
    const english = readFileSync(join(folder, `${path}.1033.resx`), "utf8");
    for (const { language, translations } of catalogues)
      writeFileSync(join(folder, `${path}.${language.lcid}.resx`), translateResx(english, translations));
  }
  const named = source.replace(table, (element: string) =>
    [element, ...catalogues.map(({ language }) => element.replace(".1033.", `.${language.lcid}.`))].join("\n      "),
  );
  writeFileSync(manifest, named);
}
