import { resolve } from "node:path";
import { buildSteps } from "./build/buildSteps";
import { runBuild } from "./build/runBuild";
import { checkNames, runCheck } from "./test/checks";
import { runJest } from "./test/runJest";
import { ensureSystemPackages } from "./test/systemPackages";

const root = resolve(__dirname, "..");
const patterns = process.argv.slice(2);

async function main(): Promise<void> {
  ensureSystemPackages(console.log);
  await runBuild(root, buildSteps(root), console.log);
  const checks = patterns.length > 0 ? [] : await inPairs(checkNames, report);
  const tests = runJest(root, patterns);
  for (const name of tests.skipped) console.log(`SKIPPED: ${name}`);
  const passed = tests.passed + checks.filter((check) => check).length;
  const failed = tests.failed + checks.filter((check) => !check).length;
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

async function report(name: (typeof checkNames)[number]): Promise<boolean> {
  const startedAt = performance.now();
  const { passed, output } = await runCheck(root, name);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${passed ? "ok    " : "FAILED"} ${name} — ${seconds} s`);
  if (!passed) console.log(output);
  return passed;
}

/** Two at a time: more would not fit into the memory of a small machine. */
async function inPairs<Item>(items: readonly Item[], work: (item: Item) => Promise<boolean>): Promise<boolean[]> {
  const waiting = [...items];
  const results: boolean[] = [];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item));
  };
  await Promise.all([lane(), lane()]);
  return results;
}

main().catch((error: unknown) => {
  console.error(`The tests could not run: ${error instanceof Error ? error.message : String(error)}`);
  console.log("0 passed, 1 failed");
  process.exit(1);
});
