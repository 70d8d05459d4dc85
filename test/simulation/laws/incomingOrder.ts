import type { ValueChange } from "../world/History";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";
import { isOfLead, pairsOf } from "./pairs";

/** Rows of a list go and come one after the other: what stands between them is nobody's value. */
const whole = (changes: readonly ValueChange[]): readonly ValueChange[] =>
  changes.filter(({ by }, at) => by.kind !== "engine" || changes[at + 1]?.by.name !== by.name);

/** The engine takes values of Partner Center in the order they were typed there; an older one never follows a newer. */
export const incomingOrder: Law = {
  name: "order of what comes in",
  findBreaks: (world) =>
    pairsOf(world)
      .filter((pair) => !isOfLead(pair))
      .flatMap(({ opportunity, own, microsofts }) =>
        mirroredFields.flatMap(({ name }) => {
          const sides = [own, microsofts].map((side) =>
            side === null ? [] : world.history.changesOf(`referral ${side.id}`, name),
          );
          let newestMs = -Infinity;
          for (const { by, value, atMs } of whole(world.history.changesOf(`opportunity ${opportunity.id}`, name))) {
            if (by.kind !== "engine") continue;
            const spans = sides.flatMap((changes) =>
              changes.flatMap((change, at) =>
                change.value === value && change.atMs <= atMs
                  ? [{ fromMs: change.atMs, untilMs: changes[at + 1]?.atMs ?? Infinity }]
                  : [],
              ),
            );
            if (spans.length === 0) continue;
            if (Math.max(...spans.map(({ untilMs }) => untilMs)) < newestMs && !world.isDecided(opportunity.id, value))
              return [
                `${name} “${value}” of ${opportunity.id} came in after a newer value, at ${new Date(atMs).toISOString()}`,
              ];
            newestMs = Math.max(newestMs, Math.min(...spans.map(({ fromMs }) => fromMs)));
          }
          return [];
        }),
      ),
};
