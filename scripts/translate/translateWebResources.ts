import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { componentId } from "../generate/componentId";
import type { Catalogue } from "./Catalogue";
import { writeResx } from "./resx";
import { stringTables, translateScripts } from "./scriptTexts";

/**
 * Adds the string tables of the scripts to an unpacked solution: a RESX web resource for each table and language, with its
 * description and its place among the components.
 */
export function translateWebResources(folder: string, catalogues: readonly Catalogue[]): void {
  const names = Object.entries(stringTables).flatMap(([table, prefixes]) =>
    catalogues.map(({ language, translations }) => {
      const name = `cosell_/texts/${table}.${language.lcid}.resx`;
      const texts = translateScripts(prefixes, translations);
      addWebResource(folder, name, writeResx(texts), `Texts of ${table} in ${language.tag}`);
      return name;
    }),
  );
  addComponents(join(folder, "Other/Solution.xml"), names);
}

function addWebResource(folder: string, name: string, content: string, displayName: string): void {
  const path = join(folder, "WebResources", name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  writeFileSync(`${path}.data.xml`, describe(name, displayName));
}

/** The language of a web resource is only a note to the platform; English is always provisioned. */
const describe = (name: string, displayName: string): string => {
  const id = componentId("webresource", name);
  return `<?xml version="1.0" encoding="utf-8"?>
<WebResource xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <WebResourceId>{${id}}</WebResourceId>
  <Name>${name}</Name>
  <DisplayName>${displayName}</DisplayName>
  <LanguageCode>1033</LanguageCode>
  <WebResourceType>12</WebResourceType>
  <IntroducedVersion>1.0.0.0</IntroducedVersion>
  <IsEnabledForMobileClient>0</IsEnabledForMobileClient>
  <IsAvailableForMobileOffline>0</IsAvailableForMobileOffline>
  <IsCustomizable>1</IsCustomizable>
  <CanBeDeleted>1</CanBeDeleted>
  <IsHidden>0</IsHidden>
  <FileName>/WebResources/${name.replace(/^cosell_\//, "cosell_").replace(/[/.]/g, "")}${id.toUpperCase()}</FileName>
</WebResource>
`;
};

function addComponents(manifest: string, names: readonly string[]): void {
  const source = readFileSync(manifest, "utf8");
  const rows = names.map((name) => `<RootComponent type="61" schemaName="${name}" behavior="0" />`);
  const lastWebResource = /([ \t]*)<RootComponent type="61"[^>]*\/>(?![\s\S]*<RootComponent type="61")/;
  writeFileSync(
    manifest,
    source.replace(lastWebResource, (last, indent: string) => [last, ...rows.map((row) => indent + row)].join("\n")),
  );
}
