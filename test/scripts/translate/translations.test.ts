import { resolve } from "node:path";
import { readCatalogues, type Catalogue } from "../../../scripts/translate/Catalogue";
import { findingsOf } from "../../../scripts/translate/findings";
import { sourceTexts } from "../../../scripts/translate/sourceTexts";

const root = resolve(__dirname, "../../..");
const sources = sourceTexts(root);
const catalogues = readCatalogues(root);

it("are the twelve that are promised, English among them", () => {
  expect(catalogues.map(({ language }) => language.tag).sort()).toEqual([
    "ar-SA",
    "de-DE",
    "es-ES",
    "fr-FR",
    "it-IT",
    "ja-JP",
    "nl-NL",
    "pl-PL",
    "pt-BR",
    "sv-SE",
    "zh-CN",
  ]);
});

describe.each(catalogues.map((catalogue) => [catalogue.language.tag, catalogue] as const))("%s", (tag, catalogue) => {
  it("says everything that people see, with the same places for values, and copies no English", () => {
    console.log(`${tag}: ${catalogue.translations.size} of ${sources.length} texts`);
    expect(findingsOf(sources, catalogue)).toEqual({ missing: [], stale: [], places: [], copied: [] });
  });

  it.each([
    ["Go to field", "Go to field: {0}"],
    ["Keep this", "Keep this for {0}: {1}, the value here"],
    ["Take this", "Take this for {0}: {1}, the value of Partner Center"],
    ["Same deal", "Same deal: {0} takes over what Partner Center offers as {1}"],
    ["Another deal", "Another deal: {0} and {1} stay apart"],
  ])("shows on the button %s what is a part of what screen readers say of it (WCAG 2.5.3)", (shown, said) => {
    const [button = "", name = ""] = [shown, said].map((text) => catalogue.translations.get(text)?.toLowerCase());
    expect(name).toContain(button);
  });
});

describe("what is wrong with a language", () => {
  const english = ["Save", "{0} of {1}", "OK"].map((text) => ({ text, places: ["here"] }));
  const catalogue = (texts: Record<string, string>, sameAsEnglish: string[] = ["OK"]): Catalogue => ({
    language: { tag: "de-DE", lcid: 1031 },
    translations: new Map([...Object.entries(texts), ...sameAsEnglish.map((text) => [text, text] as const)]),
    sameAsEnglish,
  });
  const complete = { Save: "Speichern", "{0} of {1}": "{0} von {1}" };

  it("is nothing where it is complete", () => {
    expect(findingsOf(english, catalogue(complete))).toEqual({ missing: [], stale: [], places: [], copied: [] });
  });

  it.each([
    ["missing", { "{0} of {1}": "{0} von {1}" }, "Save"],
    ["missing", { ...complete, Save: "" }, "Save"],
    ["stale", { ...complete, Load: "Laden" }, "Load"],
    ["places", { ...complete, "{0} of {1}": "{0} von {2}" }, "{0} of {1}"],
    ["places", { ...complete, "{0} of {1}": "{0} von" }, "{0} of {1}"],
    ["copied", { ...complete, Save: "Save" }, "Save"],
  ] as const)("is %s: %j", (kind, texts, text) => {
    expect(findingsOf(english, catalogue(texts))[kind]).toEqual([text]);
  });
});
