import type { ValueChange } from "../world/History";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";
import { lastMovedMs } from "./moves";
import { isOfLead, pairsOf, type Pair } from "./pairs";

/** Place of a value in a history, from a place on; -1 where it never was again. */
const placeFrom = (changes: readonly ValueChange[], value: string, from: number): number =>
  changes.findIndex((change, at) => at >= from && change.value === value);

/** What Microsoft's seller typed goes to the own referral, too, whether or not Dynamics 365 takes it. */
const isMicrosofts = (world: World, { microsofts }: Pair, name: string, value: string): boolean =>
  microsofts !== null &&
  world.history
    .changesOf(`referral ${microsofts.id}`, name)
    .some((change) => change.value === value && change.by.kind === "person");

/** The engine sends the values of a field in the order they were typed; an older one never follows a newer. */
export const order: Law = {
  name: "order per link",
  findBreaks: (world) =>
    pairsOf(world)
      .filter((pair) => !isOfLead(pair))
      .flatMap((pair) =>
        mirroredFields.flatMap(({ name }) => {
          const { opportunity, own } = pair;
          const here = world.history.changesOf(`opportunity ${opportunity.id}`, name);
          const sinceMs = lastMovedMs(world, own.id);
          let from = 0;
          for (const { by, value, atMs } of world.history.changesOf(`referral ${own.id}`, name)) {
            if (by.kind !== "engine" || atMs <= sinceMs) continue;
            const place = placeFrom(here, value, from);
            if (place === -1) {
              if (isMicrosofts(world, pair, name, value)) continue;
              if (name === "solutions" || world.isDecided(opportunity.id, value)) continue;
              return [
                `${name} “${value}” was sent for ${opportunity.id} after a newer value, at ${new Date(atMs).toISOString()}`,
              ];
            }
            from = place;
          }
          return [];
        }),
      ),
};
