import { resolve } from "node:path";
import { staleFiles } from "./build/prebuilt/Prebuilt";
import { pluginHost } from "./build/prebuilt/pluginHost";
import { refresh } from "./build/prebuilt/rebuild";
import { sandboxWorker } from "./build/prebuilt/sandboxWorker";

const root = resolve(__dirname, "..");

/** Makes anew what is older than its sources, to be committed with them. Needs the .NET SDK. */
async function refreshStale(): Promise<void> {
  for (const prebuilt of [pluginHost, sandboxWorker]) {
    const stale = staleFiles(root, prebuilt);
    if (stale.length > 0) await refresh(root, prebuilt);
    console.log(`${prebuilt.name}: ${stale.length > 0 ? `made anew (${stale.length} files changed)` : "up to date"}`);
  }
}

refreshStale().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
