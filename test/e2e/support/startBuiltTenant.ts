import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSteps, packagePath } from "../../../scripts/build/buildSteps";
import { runBuild } from "../../../scripts/build/runBuild";
import { startTenant, type RunningTenant } from "../../../scripts/start/startTenant";
import { createPluginRunner } from "../../../scripts/tenant/sandboxWorker/createPluginRunner";

const root = resolve(__dirname, "../../..");

/** An empty tenant on free ports, with the package that `npm run build` makes. */
export async function startBuiltTenant(): Promise<RunningTenant> {
  const zip = join(root, packagePath("managed"));
  if (!existsSync(zip)) await runBuild(root, buildSteps(root), () => undefined);
  const runner = await createPluginRunner({});
  const tenant = await startTenant({ root, zip, runner, tenantPort: 0, sandboxPort: 0, say: () => undefined });
  return {
    ...tenant,
    stop: async () => {
      await tenant.stop();
      await runner.stop();
    },
  };
}
