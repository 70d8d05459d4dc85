import type { World } from "../world/World";
import type { Law } from "./Law";

const dayMs = 86_400_000;

/** Calls of runs at the same time, and those of no link that are stored a minute later. */
const slack = 4;

/** Calls of a run that was killed or rolled back are counted nowhere. */
const isCounted = ({ scenario: { hazards, wide } }: World): boolean =>
  hazards.death + hazards.busy + wide.lateDeath + wide.refusal === 0 && !hazardsOfCalls(hazards);

const hazardsOfCalls = ({ lostRequest, lostAnswer }: World["scenario"]["hazards"]): boolean =>
  lostRequest + lostAnswer > 0;

/** What people ask for by hand is counted, and never refused. */
const isOnItsOwn = (run: string): boolean => /\((step |ReceivePartnerCenterEvent|RunMaintenance|Backfill)/.test(run);

/** No more calls to Partner Center are made on a day by itself than an administrator allows. */
export const callBudget: Law = {
  name: "call budget",
  findBreaks: (world) => {
    const { budget } = world.scenario.wide;
    if (budget === 0 || !isCounted(world)) return [];
    const raisedMs = world.turned.find(({ name }) => name === "cosell_DailyCallBudget")?.atMs ?? Infinity;
    const days = new Map<number, number>();
    return world.network.calls.flatMap(({ by, path, sentMs }) => {
      if (sentMs >= raisedMs || !path.startsWith("/partner")) return [];
      const day = Math.floor(sentMs / dayMs);
      const before = days.get(day) ?? 0;
      days.set(day, before + 1);
      return before >= budget + slack && isOnItsOwn(by)
        ? [`${by} made call ${before + 1} of the day, and ${budget} are allowed`]
        : [];
    });
  },
};
