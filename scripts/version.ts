import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildSteps, packagePath } from "./build/buildSteps";
import { controlRecordFile, recordControls } from "./build/controlRecord";
import { runBuild } from "./build/runBuild";
import { recordRelease, releaseRecordFile } from "./verify/release/lastRelease";

const root = resolve(__dirname, "..");

async function main(): Promise<void> {
  const ofManaged = buildSteps(root).filter((step) => step.name !== "unmanaged package");
  await runBuild(root, ofManaged, console.log);
  recordRelease(root, readFileSync(resolve(root, packagePath("managed"))));
  const { version, sha256 } = recordControls(root);
  // npm commits what is staged together with its own edit of package.json; without git there is nothing to stage.
  spawnSync("git", ["add", controlRecordFile, releaseRecordFile], { cwd: root, stdio: "ignore" });
  console.log(
    `${Object.keys(sha256).join(" and ")} are recorded under version ${version}, and what upgrades must keep.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
