import { resolve } from "node:path";
import { bundleEngine } from "../test/simulation/run/bundle";
import { playSeeds } from "../test/simulation/run/playSeeds";
import { WorkerPool } from "../test/simulation/run/WorkerPool";

const root = resolve(__dirname, "..");

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : (process.argv[at + 1] ?? "");
};

async function main(): Promise<void> {
  const pool = await WorkerPool.open(root);
  const engine = await bundleEngine(root);
  const seed = option("seed");
  const count = Number(option("seeds") ?? (seed === undefined ? "10000" : "1"));
  const startedMs = performance.now();
  const played = await playSeeds(pool, engine, {
    from: Number(seed ?? option("from") ?? "0"),
    count,
    isTold: process.argv.includes("--story"),
    without: (option("without") ?? "").split(",").filter((name) => name !== ""),
  });
  for (const { story } of played.results) for (const line of story) console.log(line);
  const byLaw = new Map<string, { count: number; seed: number; words: string }>();
  for (const { seed: broken, breaks } of played.results)
    for (const { law, words } of breaks.filter((one, at) => breaks.findIndex(({ law }) => law === one.law) === at)) {
      const known = byLaw.get(law);
      byLaw.set(law, known === undefined ? { count: 1, seed: broken, words } : { ...known, count: known.count + 1 });
    }
  for (const [law, { count: seeds, seed: first, words }] of byLaw)
    console.log(`${law}: ${seeds} seeds, first ${first}: ${words}`);
  const seconds = (performance.now() - startedMs) / 1000;
  const broken = played.results.filter(({ breaks }) => breaks.length > 0).length;
  console.log(
    `${played.played} seeds, ${played.runs} runs, ${played.calls} calls in ${seconds.toFixed(1)} s; ${broken} broke a law`,
  );
  await pool.close();
  process.exit(broken === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
