import type { Arrival } from "../link/Link";
import { fieldAt } from "../mapping/fieldMap";
import { filterEntries } from "../values/filterEntries";
import { msBetween, type Instant } from "../values/instant";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import type { Conflict } from "./Conflict";
import { withMemory, type Merge, type MergeRules } from "./Merge";
import { freshKey } from "./mergeField";

/** A form that was opened before a value came may be saved this long after. */
const formLifeMs = 86_400_000;

const isFresh = ({ on }: Arrival, now: Instant): boolean => msBetween(on, now) < formLifeMs;

const overwrittenAt = (merge: Merge, path: string, { value }: Arrival): boolean => {
  const { values } = merge.state.memory;
  return sameJson(values[path], value) && !sameJson(merge.wanted[path], value);
};

const decision = {
  kind: "keptTheValueOfDynamics365",
  by: "Typed here within a day after the other value came",
} as const;

const toConflict = (merge: Merge, path: string, arrival: Arrival, { fieldMap, now }: MergeRules): Conflict => ({
  key: freshKey(merge, path, now),
  path,
  label: fieldAt(path, fieldMap)?.label ?? path,
  here: merge.wanted[path] ?? null,
  there: arrival.value,
  agreed: arrival.before,
  decision,
  isNew: true,
  on: now,
});

/** Keeps what came from Partner Center and is typed over here, perhaps in a form that was opened before it came. */
export const noteOverwritten = (merge: Merge, rules: MergeRules): Merge => {
  const { memory } = merge.state;
  if (memory.own?.status === "Closed") return merge;
  const arrivals = Object.entries(memory.arrivals);
  const overwritten = arrivals.filter(([path, arrival]) => overwrittenAt(merge, path, arrival));
  if (overwritten.length === 0) return merge;
  const left = Object.fromEntries(arrivals.filter((entry) => !overwritten.includes(entry)));
  return overwritten
    .filter(([, arrival]) => isFresh(arrival, rules.now))
    .reduce<Merge>(
      (noted, [path, arrival]) => ({
        ...noted,
        conflicts: [...noted.conflicts, toConflict(noted, path, arrival, rules)],
      }),
      withMemory(merge, { arrivals: left }),
    );
};

/** What came just now, and what came lately. */
export const noteArrivals = (
  known: Readonly<Record<string, Arrival>>,
  fresh: readonly { path: string; value: Json; here: Json }[],
  now: Instant,
): Readonly<Record<string, Arrival>> => ({
  ...filterEntries(known, (_path, arrival) => isFresh(arrival, now)),
  ...Object.fromEntries(fresh.map(({ path, value, here }) => [path, { value, before: here, on: now }])),
});
