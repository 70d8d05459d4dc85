import { resolve } from "node:path";
import { readSteps, readTables } from "./dataverse/readTables";
import { loadEngine, type HandleRequest } from "./platform/EngineScript";
import { bundleEngine } from "./run/bundle";
import { supportedMessages } from "./run/supportedMessages";
import { simulateSeed, type SeedResult } from "./scenario/simulateSeed";
import { drawSeeds } from "./seeds/drawSeeds";

const root = resolve(__dirname, "../..");

/** The plug-in host keeps engines for many calls, so the script must remember nothing of its own from one to the next. */
test("an engine that served calls before does what a fresh one does", async () => {
  const code = await bundleEngine(root);
  const parts = {
    tables: readTables(root),
    steps: readSteps(root),
    supported: new Set(await supportedMessages(code)),
    isTold: true,
  };
  const kept = loadEngine(code);
  const fresh: HandleRequest = (host, requestJson) => loadEngine(code)(host, requestJson);
  const { from, count } = drawSeeds(process.env, 12);
  process.stderr.write(`Seeds with kept and with fresh engines: SIMULATION_FROM=${from} SIMULATION_SEEDS=${count}
`);

  const results: [SeedResult, SeedResult][] = [];
  for (let seed = from; seed < from + count; seed += 1)
    results.push([
      await simulateSeed(seed, { ...parts, handle: kept }),
      await simulateSeed(seed, { ...parts, handle: fresh }),
    ]);

  for (const [one, other] of results) expect(one).toEqual(other);
  expect(results.reduce((runs, [one]) => runs + one.runs, 0)).toBeGreaterThan(count);
}, 600_000);
