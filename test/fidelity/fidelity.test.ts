import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { builtPackage } from "../support/builtPackage";
import type { FidelityTarget } from "./FidelityTarget";
import { startLocalTarget } from "./localTarget";
import { manifest } from "./manifest";
import { renderAssumptions } from "./renderAssumptions";
import { describeScore, scoreManifest } from "./score";

const leastEntries = 1_300;

let target: FidelityTarget;
beforeAll(async () => {
  target = await startLocalTarget({ zip: builtPackage("managed") });
});
afterAll(() => target.close());

test("the local tenant answers every check as its source says, or refuses by name", async () => {
  const { scores, failing } = await scoreManifest(target, manifest);
  process.stdout.write(`${describeScore(scores).join("\n")}\n`);
  expect(failing.map(({ entry, why }) => `${entry.id}: ${why}`)).toEqual([]);
}, 120_000);

test("each entry has an id of its own that begins with its area", () => {
  expect(new Set(manifest.map(({ id }) => id)).size).toBe(manifest.length);
  expect(manifest.filter(({ id, area }) => !id.startsWith(`${area}.`))).toEqual([]);
});

const root = resolve(__dirname, "../..");
const isQuoted = (text: string, title: string): boolean =>
  ['"', "'", "`"].some((quote) => text.includes(`${quote}${title}${quote}`));

test("each test that an entry names is there, under that title", () => {
  const texts = new Map<string, string>();
  const missing = manifest.flatMap(({ id, pin }) => {
    if (pin.kind !== "test") return [];
    const text = texts.get(pin.file) ?? readTest(pin.file);
    texts.set(pin.file, text);
    return isQuoted(text, pin.title) ? [] : [`${id}: ${pin.file} has no "${pin.title}"`];
  });
  expect(missing).toEqual([]);
});

const readTest = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "");

test("no entry is without a source, and no more than a tenth is assumed", () => {
  const nameless = manifest.filter(({ source }) =>
    source.kind === "document" ? !URL.canParse(source.url) : source.kind !== "assumed" && source.name === "",
  );
  expect(nameless).toEqual([]);
  const assumed = manifest.filter(({ source }) => source.kind === "assumed");
  expect(assumed.length / manifest.length).toBeLessThan(0.1);
  expect(manifest.length).toBeGreaterThanOrEqual(leastEntries);
});

test("the document of assumptions is the one that the manifest means; npm run generate writes it", async () => {
  expect(readTest("Solution/ASSUMPTIONS.md")).toBe(await renderAssumptions(manifest));
});
