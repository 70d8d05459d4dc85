import { rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSteps } from "./build/buildSteps";
import { buildPluginPackage } from "./build/pluginPackage";
import { runBuild } from "./build/runBuild";

const root = resolve(__dirname, "..");

async function build(): Promise<void> {
  const { values } = parseArgs({ options: { fresh: { type: "boolean" }, plugin: { type: "string" } } });
  if (values.plugin !== undefined && values.plugin !== "package")
    throw new Error(`--plugin ${values.plugin} is none: --plugin package makes the plug-in package, too`);
  if (values.fresh === true) rmSync(join(root, "out"), { recursive: true, force: true });
  await runBuild(root, buildSteps(root), console.log);
  if (values.plugin === "package")
    console.log(`plug-in package: ${relative(root, await buildPluginPackage(root, join(root, "out/pluginPackage")))}`);
}

build().catch((error: unknown) => {
  console.error(`The build stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
