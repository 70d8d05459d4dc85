import { areas, type Area, type FidelityEntry } from "./FidelityEntry";
import type { FidelityTarget } from "./FidelityTarget";
import { runCheck } from "./runCheck";

export interface AreaScore {
  area: Area;
  entries: number;
  /** Entries with a request to send. */
  runnable: number;
  passed: number;
  failed: number;
  /** Runnable, and not here. */
  skipped: number;
  /** What the service has and the local tenant refuses by name; part of `passed`. */
  refused: number;
  /** Held by a test of the local tenant. */
  tested: number;
  unproven: number;
  assumed: number;
}

export interface Failing {
  entry: FidelityEntry;
  why: string;
}

/** Runs what can run against a target, in the manifest's order, as later checks write. */
export async function scoreManifest(
  target: FidelityTarget,
  manifest: readonly FidelityEntry[],
): Promise<{ scores: readonly AreaScore[]; failing: readonly Failing[] }> {
  const failing: Failing[] = [];
  const scores = new Map<Area, AreaScore>();
  for (const entry of manifest) {
    const score = scores.get(entry.area) ?? none(entry.area);
    scores.set(entry.area, score);
    score.entries += 1;
    if (entry.source.kind === "assumed") score.assumed += 1;
    if (entry.pin.kind === "test") score.tested += 1;
    if (entry.pin.kind === "unproven") score.unproven += 1;
    if (entry.pin.kind !== "check") continue;
    score.runnable += 1;
    const outcome = await runCheck(target, entry.pin.check);
    if (outcome.kind === "wrong") failing.push({ entry, why: outcome.why });
    if (outcome.kind === "refused") score.refused += 1;
    score[outcome.kind === "skipped" ? "skipped" : outcome.kind === "wrong" ? "failed" : "passed"] += 1;
  }
  const named = Object.keys(areas).flatMap((area) => scores.get(area as Area) ?? []);
  return { scores: named, failing };
}

const none = (area: Area): AreaScore => ({
  area,
  entries: 0,
  runnable: 0,
  passed: 0,
  failed: 0,
  skipped: 0,
  refused: 0,
  tested: 0,
  unproven: 0,
  assumed: 0,
});

const columns = ["entries", "runnable", "passed", "failed", "skipped", "refused", "tested", "unproven"] as const;

/** The score as a table, a line an area and one for all. */
export function describeScore(scores: readonly AreaScore[]): readonly string[] {
  const sum = (key: (typeof columns)[number] | "assumed") => scores.reduce((total, score) => total + score[key], 0);
  const total = Object.fromEntries([...columns, "assumed" as const].map((key) => [key, sum(key)]));
  const row = (name: string, score: Readonly<Record<string, number | string>>): string =>
    [
      name.padEnd(30),
      ...columns.map((key) => String(score[key]).padStart(9)),
      share(Number(score["assumed"]), Number(score["entries"])).padStart(9),
    ].join("");
  return [
    ["".padEnd(30), ...[...columns, "assumed"].map((key) => key.padStart(9))].join(""),
    ...scores.map((score) => row(areas[score.area], { ...score })),
    row("all", total),
  ];
}

const share = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);
