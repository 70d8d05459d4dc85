import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Catalogue } from "../../../scripts/translate/Catalogue";
import { labelsOf, translateLabels } from "../../../scripts/translate/labels";
import { shippedLanguages } from "../../../scripts/translate/languages";
import { readResx, writeResx } from "../../../scripts/translate/resx";
import { translateControl } from "../../../scripts/translate/translateControls";
import { builtPackage } from "../../support/builtPackage";

const german: Catalogue = {
  language: { tag: "de-DE", lcid: 1031 },
  translations: new Map([
    ["Keep & take", 'Behalten & "nehmen"'],
    ["Setup", "Einrichtung"],
  ]),
  sameAsEnglish: [],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "translate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

describe("labels of the solution", () => {
  it("have their translation behind them, with their other attributes and on a line of its own", () => {
    write(
      "Entities/A/Entity.xml",
      '<labels>\n  <label description="Keep &amp; take" languagecode="1033" />\n</labels>',
    );
    translateLabels(folder, [german]);
    expect(read("Entities/A/Entity.xml")).toBe(
      '<labels>\n  <label description="Keep &amp; take" languagecode="1033" />\n' +
        '  <label description="Behalten &amp; &quot;nehmen&quot;" languagecode="1031" />\n</labels>',
    );
  });

  it("are titles in a site map", () => {
    write("AppModuleSiteMaps/A.xml", '<Titles><Title LCID="1033" Title="Setup" /></Titles>');
    translateLabels(folder, [german]);
    expect(read("AppModuleSiteMaps/A.xml")).toContain('<Title LCID="1031" Title="Einrichtung" />');
  });

  it.each(["customapis/A/customapi.xml", "Workflows/A.data.xml", "Other/Relationships/A.xml"])(
    "stay English in %s",
    (file) => {
      write(file, '<label description="Setup" languagecode="1033" />');
      translateLabels(folder, [german]);
      expect([labelsOf(folder), read(file)]).toEqual([[], '<label description="Setup" languagecode="1033" />']);
    },
  );

  it("stay alone where they are empty or have no translation", () => {
    const source = '<a description="" languagecode="1033" /><a description="Other" languagecode="1033" />';
    write("OptionSets/A.xml", source);
    translateLabels(folder, [german]);
    expect(read("OptionSets/A.xml")).toBe(source);
  });
});

describe("string tables", () => {
  it("give back what was written into them", () => {
    const texts = new Map([
      ["A", "a < b & c > d"],
      ["B", "„Anführung“ {0} …"],
    ]);
    expect(readResx(writeResx(texts))).toEqual(texts);
  });

  it("are named in the control's manifest, each with the version's place", () => {
    write("ControlManifest.xml", '<resources>\n      <resx path="strings/A.1033.resx" version="0.0.0"/>\n</resources>');
    write("strings/A.1033.resx", writeResx(new Map([["Setup_Title", "Setup"]])));
    translateControl(folder, [german]);
    expect(read("ControlManifest.xml")).toContain('<resx path="strings/A.1031.resx" version="0.0.0"/>');
    expect([...readResx(read("strings/A.1031.resx"))]).toEqual([["Setup_Title", "Einrichtung"]]);
  });
});

describe("the package that ships", () => {
  const shipped = shippedLanguages(resolve(__dirname, "../../..")).map(({ lcid }) => lcid);
  const files = unzipSync(readFileSync(builtPackage("managed")));
  const names = Object.keys(files);
  const lcids = (text: string): number[] => [...text.matchAll(/\.(\d{4})\.resx/g)].map(([, lcid]) => Number(lcid));

  it("has every control's texts in every language", () => {
    const manifests = names.filter((name) => name.endsWith("ControlManifest.xml"));
    expect(manifests).toHaveLength(4);
    for (const manifest of manifests) {
      const folderName = dirname(manifest);
      expect(lcids(strFromU8(files[manifest] ?? new Uint8Array()))).toEqual([1033, ...shipped]);
      expect(lcids(names.filter((name) => name.startsWith(`${folderName}/`)).join()).sort()).toEqual(
        [1033, ...shipped].sort(),
      );
    }
  });

  it("has the texts of forms and of the setup page in every language, as components of the solution", () => {
    const solution = strFromU8(files["solution.xml"] ?? new Uint8Array());
    const components = [...solution.matchAll(/schemaName="cosell_\/texts\/\w+\.(\d+)\.resx"/g)];
    expect(components.map(([, lcid]) => Number(lcid)).sort()).toEqual([...shipped, ...shipped].sort());
    expect(names.filter((name) => name.startsWith("WebResources/cosell_texts"))).toHaveLength(2 * shipped.length);
  });

  it("has as many labels in each language as in the others", () => {
    const customizations = strFromU8(files["customizations.xml"] ?? new Uint8Array());
    const counts = shipped.map((lcid) => customizations.split(`languagecode="${lcid}"`).length - 1);
    expect(Math.min(...counts)).toBeGreaterThan(1_000);
    expect(new Set(counts).size).toBe(1);
  });
});
