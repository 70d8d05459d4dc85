import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSteps, packagePath } from "./build/buildSteps";
import { runBuild } from "./build/runBuild";
import { openInBrowser } from "./start/openInBrowser";
import { startTenant } from "./start/startTenant";
import { readStartOptions, type StartOptions } from "./start/startOptions";
import { createPluginRunner } from "./tenant/sandboxWorker/createPluginRunner";

const root = resolve(__dirname, "..");
const folder = join(root, ".tenant");

async function main(options: StartOptions): Promise<void> {
  const startedAt = performance.now();
  await runBuild(root, buildSteps(root), console.log);
  if (options.fresh || options.unconfigured) rmSync(folder, { recursive: true, force: true });

  const runner = await createPluginRunner(options.host ? { prefer: options.host } : {});
  console.log(`plug-ins: ${runner.description}`);
  const zip = join(root, packagePath("managed"));
  const tenant = await startTenant({
    root,
    zip,
    runner,
    folder,
    isSetUp: !options.unconfigured,
    language: options.language,
    tenantPort: options.tenantPort,
    sandboxPort: options.sandboxPort,
    say: console.log,
  });

  console.log(
    [
      "",
      `Ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`,
      `  Dynamics 365 (opportunities)   ${tenant.tenantAddress}/main.aspx?pagetype=entitylist&etn=opportunity`,
      `  Partner Center sandbox         ${tenant.sandboxAddress}/`,
      `  Co-sell setup and health       ${tenant.tenantAddress}/main.aspx?appname=cosell_CoSell (as Alex Admin)`,
      `  Web API                        ${tenant.tenantAddress}/api/data/v9.2/`,
      `  Cloud flows                    ${tenant.tenantAddress}/flows`,
      `  Gallery of controls and pages  ${tenant.tenantAddress}/gallery`,
      "",
      `Data is in ${folder}; npm start -- --fresh starts from empty data. Stop with Ctrl+C.`,
    ].join("\n"),
  );
  openInBrowser(`${tenant.tenantAddress}/main.aspx?pagetype=entitylist&etn=opportunity`);

  const stop = () => {
    void tenant
      .stop()
      .then(() => runner.stop())
      .finally(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

const options = readStartOptions(process.argv.slice(2));
if ("refusal" in options) {
  console.error(options.refusal);
  process.exit(2);
}
main(options).catch((error: unknown) => {
  console.error(`It could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
