import { readSolutionSource } from "../../../scripts/generate/readSolutionSource";
import { sourceTexts } from "../../../scripts/translate/sourceTexts";
import { healthTitles } from "../../../Solution/engine/domain/health/HealthCheck";
import { sourceFile, sourceFolder } from "../src/sourceFolder";
import { descendantsOf } from "../../../scripts/pack/xml";
import { boldOf, pages, readPage, root } from "./readPage";

const guides = pages.filter((page) => page.startsWith("Solution/guides/"));
const source = readSolutionSource(sourceFolder);

/** Words of Microsoft's own pages that the guides lead through. */
const ofMicrosoft: readonly string[] = [
  "Apply upgrade",
  "Upgrade",
  "Update",
  "See dependencies",
  "Download",
  "Upload",
  "Referral ID",
  "Engagement ID",
  "CRM ID",
];

/** Everything that the product calls by a name, in English; `{0}` stands for any text. */
const labels: readonly string[] = [
  ...sourceTexts(root).map(({ text }) => text),
  ...Object.values(healthTitles),
  ...source.roles,
  ...source.flows.map(({ name }) => name),
  ...source.connectionReferences.map(({ displayName }) => displayName),
  ...source.settings.map(({ displayName }) => displayName),
  ...descendantsOf(sourceFile("Other/FieldSecurityProfiles.xml"), "FieldSecurityProfile").map(
    (profile) => profile.getAttribute("name") ?? "",
  ),
  ...ofMicrosoft,
];

const known = new Set(labels.map((label) => label.replace(/\.$/, "")));
const isLabel = (words: string): boolean => known.has(words.replace(/[.:]$/, "").replaceAll(" … ", " {0} "));

/** A sentence in bold is emphasis; everything else in bold is what people find on a screen. */
const isSentence = (words: string): boolean =>
  /[a-z][.:]?$/.test(words) && words.split(" ").length > 2 && words.endsWith(".");

it.each(guides)("what %s prints in bold is a name that the product shows", (guide) => {
  expect(boldOf(readPage(guide)).filter((words) => !isSentence(words) && !isLabel(words))).toEqual([]);
});

it("a name that the product does not show is found", () => {
  expect(
    ["Close the deal", "Close as won in Partner Center", "Do all … again"].filter((words) => !isLabel(words)),
  ).toEqual(["Close the deal"]);
});
