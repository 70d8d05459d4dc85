import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { manifest } from "../test/fidelity/manifest";
import { renderAssumptions } from "../test/fidelity/renderAssumptions";
import { readSolutionSource } from "./generate/readSolutionSource";
import { renderSchema } from "./generate/renderSchema";
import { renderDictionary } from "./guides/renderDictionary";
import { renderTroubles } from "./guides/renderTroubles";

const root = resolve(__dirname, "..");

async function write(file: string, text: Promise<string>): Promise<void> {
  const target = join(root, file);
  writeFileSync(target, await text);
  console.log(`Wrote ${target}.`);
}

async function generate(): Promise<void> {
  await write("Solution/engine/domain/schema.ts", renderSchema(readSolutionSource(join(root, "Solution/src"))));
  await write("Solution/ASSUMPTIONS.md", renderAssumptions(manifest));
  await write("Solution/guides/data-dictionary.md", renderDictionary(join(root, "Solution/src")));
  const troubles = "Solution/guides/troubleshooting.md";
  await write(troubles, renderTroubles(readFileSync(join(root, troubles), "utf8")));
}

generate().catch((error: unknown) => {
  console.error(`Not all was generated: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
