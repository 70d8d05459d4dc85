import { isFresh, markDone, type BuildStep } from "./BuildStep";

/** Runs the steps whose inputs have changed, and says of each what it made or that it was fresh. */
export async function runBuild(root: string, steps: readonly BuildStep[], say: (line: string) => void): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const label = `[${at + 1}/${steps.length}] ${step.name}`;
    if (isFresh(root, step)) {
      say(`${label}: up to date`);
      continue;
    }
    const startedAt = performance.now();
    const made = await step.run();
    markDone(root, step);
    say(`${label}: ${made} — ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
}
