import type { Chance } from "../time/Chance";

/**
 * Hazards and actions of the second generation. Each is nought where the seed leaves it out, and all draw from streams of their
 * own: without them a seed tells the very story that it told before there were any.
 */
export interface Wide {
  /** Referrals in Partner Center that are nobody's deal in Dynamics 365. */
  crowd: number;
  /** Of a listed page: some of the crowd are edited before the next one is asked for. */
  pageShift: number;
  /** Of a reading of a referral that was changed a moment ago: answered from a copy that does not know yet. */
  staleRead: number;
  /** Of a write to Dataverse by a step: refused for a cause that passes. */
  refusal: number;
  /** Of a run: killed at any of its operations. */
  lateDeath: number;
  /** One: what befalls calls of the Referrals API befalls tokens, webhooks and certificates as well. */
  everyCall: number;
  /** Milliseconds that Partner Center's clock gains in an hour. */
  driftMs: number;
  /** Calls a day; nought: more than enough. */
  budget: number;
  /** How often, by two actions of anybody, somebody does one of these. */
  leads: number;
  people: number;
  customers: number;
  retyping: number;
  values: number;
  deletions: number;
  mapping: number;
  operator: number;
  odd: number;
  kinds: number;
  moves: number;
}

export const noWide: Wide = {
  crowd: 0,
  pageShift: 0,
  staleRead: 0,
  refusal: 0,
  lateDeath: 0,
  everyCall: 0,
  driftMs: 0,
  budget: 0,
  leads: 0,
  people: 0,
  customers: 0,
  retyping: 0,
  values: 0,
  deletions: 0,
  mapping: 0,
  operator: 0,
  odd: 0,
  kinds: 0,
  moves: 0,
};

export const wideNames = Object.keys(noWide) as (keyof Wide)[];

const minuteMs = 60_000;

/** What each hazard is where a seed has it, by how many seeds have it. */
const choices: Readonly<Record<keyof Wide, readonly [share: number, values: readonly number[]]>> = {
  crowd: [0.08, [120, 160, 230]],
  pageShift: [0.5, [0.3, 0.8]],
  staleRead: [0.15, [0.1, 0.4]],
  refusal: [0.15, [0.03, 0.1]],
  lateDeath: [0.15, [0.03, 0.15]],
  everyCall: [0.3, [1]],
  driftMs: [0.15, [-4 * minuteMs, -minuteMs, minuteMs, 4 * minuteMs]],
  budget: [0.12, [1, 2, 4, 8]],
  leads: [0.3, [1]],
  people: [0.2, [1]],
  customers: [0.2, [1]],
  retyping: [0.3, [1]],
  values: [0.4, [1]],
  deletions: [0.12, [1]],
  mapping: [0.1, [1]],
  operator: [0.15, [1]],
  odd: [0.2, [1]],
  kinds: [0.25, [1]],
  moves: [0.25, [1]],
};

/** Seeds below these were played before there were such actions: they go on telling their stories without. */
const firstSeeds: Partial<Record<keyof Wide, number>> = {
  odd: 2_000_000_000,
  kinds: 2_400_000_000,
  moves: 3_500_000_000,
};

/** A fifth of the seeds has none of them. */
export const drawWide = (seed: number, chance: Chance, without: readonly string[]): Wide => {
  const isOld = chance.happens(0.2);
  const drawn = wideNames.map((name) => {
    const [share, values] = choices[name];
    const [has, value] = [chance.happens(share), chance.pick(values)];
    const isTooEarly = seed < (firstSeeds[name] ?? 0);
    const isLeftOut = isOld || isTooEarly || !has || without.includes(name) || without.includes("wide");
    return [name, isLeftOut ? 0 : value] as const;
  });
  return Object.fromEntries(drawn) as unknown as Wide;
};
