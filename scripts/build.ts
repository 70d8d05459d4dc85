import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSteps } from "./build/buildSteps";
import { runBuild } from "./build/runBuild";

const root = resolve(__dirname, "..");
if (process.argv.includes("--fresh")) rmSync(join(root, "out"), { recursive: true, force: true });

runBuild(root, buildSteps(root), console.log).catch((error: unknown) => {
  console.error(`The build stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
