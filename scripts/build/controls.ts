import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

/** Where to build from and to; both absolute. */
export interface ControlsBuild {
  root: string;
  /** Folder that receives `controls/<Control>/`. */
  out: string;
  /** Development bundles carry eval source maps and must never ship. */
  mode: "production" | "development";
}

interface Run {
  exitCode: number | null;
  output: string;
}

const sourceFolder = (root: string): string => join(root, "PcfControls");

const runPcfScripts = (root: string, task: string, options: string[]): Promise<Run> => {
  const packageFile = createRequire(join(root, "package.json")).resolve("pcf-scripts/package.json");
  const script = join(packageFile, "../bin/pcf-scripts.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, task, ...options, "--noColor"], {
      cwd: sourceFolder(root),
      env: { ...process.env, FORCE_COLOR: "0", PP_TOOLS_TELEMETRY_OPTOUT: "1" },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output }));
  });
};

// pcf-scripts ends with exit code 0 on nearly every failure; only its own last word can be trusted.
const assertSucceeded = (task: string, run: Run): void => {
  if (run.exitCode === 0 && new RegExp(`^\\[[^\\]]+\\] \\[${task}\\] Succeeded$`, "m").test(run.output)) return;
  throw new Error(`pcf-scripts ${task} failed:\n${run.output.trim()}`);
};

const attribute = (manifest: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]+)"`).exec(manifest)?.[1] ?? "";

/** Names of the folders under PcfControls that hold a manifest. */
export const listControls = (root: string): string[] =>
  readdirSync(sourceFolder(root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(sourceFolder(root), name, "ControlManifest.Input.xml")))
    .sort();

const assertBundle = (root: string, out: string, control: string): void => {
  const manifest = readFileSync(join(sourceFolder(root), control, "ControlManifest.Input.xml"), "utf8");
  const fullName = `${attribute(manifest, "namespace")}.${attribute(manifest, "constructor")}`;
  const bundle = join(out, "controls", control, "bundle.js");
  if (!existsSync(bundle)) throw new Error(`pcf-scripts left no bundle for ${control}: ${bundle} is missing`);
  if (!readFileSync(bundle, "utf8").includes(`registerControl('${fullName}'`))
    throw new Error(`${bundle} does not register ${fullName}: is the exported class named as the manifest says?`);
};

/**
 * Builds every control to `out/controls/<Control>/`, and writes its `generated/ManifestTypes.d.ts`, which compiler and ESLint
 * need. Throws with pcf-scripts' own complaints when one fails.
 */
export const buildControls = async ({ root, out, mode }: ControlsBuild): Promise<void> => {
  // `rebuild`, because a failed `build` would leave the previous bundle in place. ESLint runs once for the whole repository.
  const outDir = relative(sourceFolder(root), join(out, "controls"));
  const run = await runPcfScripts(root, "rebuild", [
    "--buildMode",
    mode,
    "--outDir",
    outDir,
    "--skipBuildLinting",
    "true",
  ]);
  assertSucceeded("rebuild", run);
  for (const control of listControls(root)) assertBundle(root, out, control);
};
