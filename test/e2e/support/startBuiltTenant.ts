import { resolve } from "node:path";
import { startTenant, type RunningTenant } from "../../../scripts/start/startTenant";
import { createPluginRunner } from "../../../scripts/tenant/sandboxWorker/createPluginRunner";
import type { PluginRunner } from "../../../scripts/tenant/sandboxWorker/PluginRunner";
import { builtPackage } from "../../support/builtPackage";

const root = resolve(__dirname, "../../..");

/**
 * An empty tenant on free ports, with the package that `npm run build` makes; `extend` adds plug-ins of the customer's own.
 * Unless `isSetUp`, everything is as after an import.
 */
export async function startBuiltTenant(
  extend: (runner: PluginRunner) => PluginRunner = (runner) => runner,
  isSetUp = true,
): Promise<RunningTenant> {
  const zip = builtPackage("managed");
  const runner = extend(await createPluginRunner({}));
  const tenant = await startTenant({ root, zip, runner, isSetUp, tenantPort: 0, sandboxPort: 0, say: () => undefined });
  return {
    ...tenant,
    stop: async () => {
      await tenant.stop();
      await runner.stop();
    },
  };
}
