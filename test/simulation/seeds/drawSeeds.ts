import { randomInt } from "node:crypto";

/** Seeds that nobody has played before, unless the environment asks for some. */
export interface DrawnSeeds {
  from: number;
  count: number;
  /** Commands that play the same seeds again: within the tests, and one by one. */
  replay: readonly string[];
}

/** From here on seeds draw from every hazard; they have 32 bits. */
const least = 3_500_000_000;
const most = 4_290_000_000;

/** `SIMULATION_FROM` and `SIMULATION_SEEDS` play a range again. */
export const drawSeeds = (environment: Readonly<Record<string, string | undefined>>, usual: number): DrawnSeeds => {
  const from = Number(environment["SIMULATION_FROM"] ?? randomInt(least, most));
  const count = Number(environment["SIMULATION_SEEDS"] ?? usual);
  return {
    from,
    count,
    replay: [
      `SIMULATION_FROM=${from} SIMULATION_SEEDS=${count} npm test -- test/simulation/laws.test.ts`,
      `npm run simulate -- --from ${from} --seeds ${count}`,
    ],
  };
};
