import type { World } from "../world/World";
import type { Law } from "./Law";

const dayMs = 86_400_000;

/** Calls of runs at the same time, and those of no link that are stored a minute later. */
const slack = 8;

/** Calls of a run that was killed or rolled back are counted nowhere. */
const isCounted = ({ scenario: { hazards, wide } }: World): boolean =>
  hazards.death + hazards.busy + wide.lateDeath + wide.refusal === 0 && !hazardsOfCalls(hazards);

const hazardsOfCalls = ({ lostRequest, lostAnswer }: World["scenario"]["hazards"]): boolean =>
  lostRequest + lostAnswer > 0;

/** No more calls to Partner Center are made on a day than an administrator allows. */
export const callBudget: Law = {
  name: "call budget",
  findBreaks: (world) => {
    const { budget } = world.scenario.wide;
    if (budget === 0 || !isCounted(world)) return [];
    const raisedMs = world.turned.find(({ name }) => name === "cosell_DailyCallBudget")?.atMs ?? Infinity;
    const days = new Map<number, number>();
    for (const { path, sentMs } of world.network.calls)
      if (sentMs < raisedMs && path.startsWith("/partner"))
        days.set(Math.floor(sentMs / dayMs), (days.get(Math.floor(sentMs / dayMs)) ?? 0) + 1);
    return [...days]
      .filter(([, calls]) => calls > budget + slack)
      .map(
        ([day, calls]) =>
          `${calls} calls on ${new Date(day * dayMs).toISOString().slice(0, 10)}, ${budget} are allowed`,
      );
  },
};
