import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readSolutionSource } from "./generate/readSolutionSource";
import { renderSchema } from "./generate/renderSchema";

const root = resolve(__dirname, "..");
const target = join(root, "Solution/engine/domain/schema.ts");

renderSchema(readSolutionSource(join(root, "Solution/src")))
  .then((text) => {
    writeFileSync(target, text);
    console.log(`Wrote ${target}.`);
  })
  .catch((error: unknown) => {
    console.error(`The schema was not generated: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });
