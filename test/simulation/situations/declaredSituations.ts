import { frequencies } from "./frequencies";

/** Every situation that runs have to reach. */
export const declaredSituations: readonly string[] = Object.keys(frequencies);

/** Of a situation that is to be expected so often, at least one is met by any run; one seed may meet it many times. */
const surely = 25;

/** Declared situations that so many seeds should have reached, and did not; in fewer seeds only what happens often is looked for. */
export const missingSituations = (reached: ReadonlyMap<string, number>, seeds: number): string[] =>
  Object.entries(frequencies)
    .filter(([name, often]) => (seeds >= 10_000 || (often * seeds) / 10_000 >= surely) && !reached.has(name))
    .map(([name]) => name);
