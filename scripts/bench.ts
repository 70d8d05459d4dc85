import { join, resolve } from "node:path";
import { measureSaves } from "./bench/measureSaves";
import { measureSizes } from "./bench/measureSizes";
import { measureSyncs } from "./bench/measureSyncs";
import { buildSteps, packagePath } from "./build/buildSteps";
import { runBuild } from "./build/runBuild";
import { createPluginRunner } from "./tenant/sandboxWorker/createPluginRunner";

const root = resolve(__dirname, "..");
const hosts = ["dotnet", "mono", "node"] as const;

async function main(): Promise<void> {
  await runBuild(root, buildSteps(root), () => undefined);
  console.log("What ships, in bytes");
  console.table(measureSizes(root));
  console.log("One sync through cosell_SyncOpportunity, in milliseconds");
  const times = [];
  const saves = [];
  for (const host of hosts) {
    const start = () => createPluginRunner({ prefer: host });
    const runner = await start().catch((error: unknown) => {
      console.log(`SKIPPED: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    });
    if (!runner) continue;
    times.push(await measureSyncs(root, join(root, packagePath("managed")), start));
    if (saves.length === 0) saves.push(...(await measureSaves(root, join(root, packagePath("managed")), runner)));
    await runner.stop();
  }
  console.table(
    times.map(({ host, cold, edit, idle }) => ({
      host,
      cold: round(cold.wholeMs),
      "its script": cold.scriptMs,
      edit: round(edit.wholeMs),
      "of it script": edit.scriptMs,
      idle: round(idle.wholeMs),
      "script of it": idle.scriptMs,
    })),
  );
  console.log(
    "From a save by API until Partner Center holds it, eight saves a second, in milliseconds; drained in seconds",
  );
  console.table(
    saves.map(({ p50Ms, p95Ms, p99Ms, drainedMs, ...rest }) => ({
      ...rest,
      p50: round(p50Ms),
      p95: round(p95Ms),
      p99: round(p99Ms),
      drained: seconds(drainedMs),
    })),
  );
}

const seconds = (ms: number) => Number((ms / 1000).toFixed(1));
const round = (ms: number) => Number(ms.toFixed(1));

main().catch((error: unknown) => {
  console.error(`The measurement stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
