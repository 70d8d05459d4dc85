import { execFile } from "node:child_process";
import { join } from "node:path";
import { filesBelow } from "../pack/sourceFiles";

/** A check beside the tests: passed or not, with its whole output. */
export interface CheckResult {
  name: string;
  passed: boolean;
  output: string;
}

/** Folders with a tsconfig.json of their own; each is compiled by itself, with the globals of its run time only. */
const typedFolders = ["PcfControls", "WebResources", "Solution", "scripts", "test"];

/** Names of the checks, the one that takes longest first. */
export const checkNames = ["lint", "types", "format", "dead code", "import cycles"] as const;
type CheckName = (typeof checkNames)[number];

const cycleOptions = ["--config", "scripts/lint/cycles.cjs"];

type Outcome = Omit<CheckResult, "name">;

/** Runs one check of the whole checkout. */
export async function runCheck(root: string, name: CheckName): Promise<CheckResult> {
  return { name, ...(await checks[name](root)) };
}

const checks: Record<CheckName, (root: string) => Promise<Outcome>> = {
  lint: (root) => run(root, "eslint/bin/eslint.js", ".", "--max-warnings", "0"),
  types: checkTypes,
  format: (root) => run(root, "prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn"),
  "dead code": (root) => run(root, "knip/bin/knip.js", "--no-progress"),
  "import cycles": (root) =>
    run(root, "dependency-cruiser/bin/dependency-cruise.mjs", ...cycleOptions, ...typedFolders),
};

async function checkTypes(root: string): Promise<Outcome> {
  const projects = typedFolders.flatMap((folder) =>
    filesBelow(join(root, folder))
      .filter((file) => /(^|\/)tsconfig\.json$/.test(file) && !file.includes("node_modules/"))
      .map((file) => `${folder}/${file}`),
  );
  const results: Outcome[] = [];
  for (const project of projects) results.push(await run(root, "typescript/bin/tsc", "-p", project, "--noEmit"));
  return { passed: results.every(({ passed }) => passed), output: results.map(({ output }) => output).join("") };
}

function run(root: string, script: string, ...args: string[]): Promise<Outcome> {
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 /* 64 MiB */ };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--max-old-space-size=6144", join(root, "node_modules", script), ...args],
      options,
      (failure, output, errors) => resolve({ passed: failure === null, output: output + errors }),
    );
  });
}
