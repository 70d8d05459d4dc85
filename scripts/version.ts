import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { buildSteps } from "./build/buildSteps";
import { controlRecordFile, recordControls } from "./build/controlRecord";
import { runBuild } from "./build/runBuild";

const root = resolve(__dirname, "..");

async function main(): Promise<void> {
  const controls = buildSteps(root).filter((step) => step.name === "controls");
  await runBuild(root, controls, console.log);
  const { version, sha256 } = recordControls(root);
  // npm commits what is staged together with its own edit of package.json; without git there is nothing to stage.
  spawnSync("git", ["add", controlRecordFile], { cwd: root, stdio: "ignore" });
  console.log(`${Object.keys(sha256).join(" and ")} are recorded under version ${version}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
