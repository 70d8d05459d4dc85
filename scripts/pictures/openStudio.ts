import { startTenant } from "../start/startTenant";
import type { PluginRunner } from "../tenant/sandboxWorker/PluginRunner";
import { launchBrowser } from "./launchBrowser";
import { pictureMoment } from "./pictures";
import { seedDeals, seedNumbers } from "./seedDeals";
import type { Studio } from "./takePictures";

/** Rows stay as they are given: nothing of the connector's own runs on them. */
const noPlugins: PluginRunner = {
  description: "none",
  execute: () => Promise.resolve({ kind: "completed", outputParameters: {}, trace: [] }),
  stop: () => Promise.resolve(),
};

/** What pages show as the address of their environment. */
const shownHost = "contoso.crm.dynamics.com";

/** A tenant with the built package and deals in several states, and a browser before it. */
export async function openStudio(root: string, zip: string): Promise<Studio & { close: () => Promise<void> }> {
  const tenant = await startTenant({
    root,
    zip,
    runner: noPlugins,
    isSetUp: false,
    tenantPort: 0,
    sandboxPort: 0,
    say: () => undefined,
  });
  const { host } = new URL(tenant.tenantAddress);
  const browser = await launchBrowser(`--host-resolver-rules=MAP ${shownHost} ${host}`, "--disable-lcd-text");
  const dealId = await seedDeals(tenant.core.rows, pictureMoment);
  await seedNumbers(tenant.core.rows, Date.now());
  return {
    browser,
    dealId,
    tenantAddress: `http://${shownHost}`,
    close: async () => {
      await browser.close();
      await tenant.stop();
    },
  };
}
