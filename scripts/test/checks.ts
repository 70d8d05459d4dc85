import { spawnSync } from "node:child_process";
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

/** Names of the checks, in the order in which they fail fastest. */
export const checkNames = ["format", "types", "lint", "dead code"] as const;
type CheckName = (typeof checkNames)[number];

const node = (root: string, script: string, ...args: string[]) => run(root, join(root, "node_modules", script), args);

/** Runs one check of the whole checkout. */
export function runCheck(root: string, name: CheckName): CheckResult {
  switch (name) {
    case "format":
      return { name, ...node(root, "prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn") };
    case "lint":
      return { name, ...node(root, "eslint/bin/eslint.js", ".", "--max-warnings", "0") };
    case "dead code":
      return { name, ...node(root, "knip/bin/knip.js", "--no-progress") };
    case "types":
      return { name, ...checkTypes(root) };
  }
}

function checkTypes(root: string): Omit<CheckResult, "name"> {
  const projects = typedFolders.flatMap((folder) =>
    filesBelow(join(root, folder))
      .filter((file) => /(^|\/)tsconfig\.json$/.test(file) && !file.includes("node_modules/"))
      .map((file) => `${folder}/${file}`),
  );
  const results = projects.map((project) => node(root, "typescript/bin/tsc", "-p", project, "--noEmit"));
  return { passed: results.every(({ passed }) => passed), output: results.map(({ output }) => output).join("") };
}

function run(root: string, script: string, args: string[]): Omit<CheckResult, "name"> {
  const done = spawnSync(process.execPath, ["--max-old-space-size=6144", script, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024 /* 64 MiB */,
  });
  return { passed: done.status === 0, output: done.stdout + done.stderr };
}
