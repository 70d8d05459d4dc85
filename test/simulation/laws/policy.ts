import { textOf } from "../dataverse/values";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";
import { wasMoved } from "./moves";
import { pairsOf } from "./pairs";

/** Where a person is to decide, what a person typed here stands until one has, or until the deal is closed. */
export const policy: Law = {
  name: "policy of conflicts",
  findBreaks: (world) => {
    const { scenario, platform, history } = world;
    const isAsking = scenario.conflictPolicy === "ask" && !scenario.hasAdmin;
    if (!isAsking || platform.asked.some(({ message }) => message === "cosell_ResolveConflict")) return [];
    return pairsOf(world).flatMap(({ opportunity, own }) => {
      if (own.content.status !== "Active") return [];
      return mirroredFields.flatMap(({ name }) => {
        const here = history.changesOf(`opportunity ${opportunity.id}`, name);
        const there = history.changesOf(`referral ${own.id}`, name);
        return here.flatMap((change, at) => {
          const after = here[at + 1];
          if (change.by.kind !== "person" || after?.by.kind !== "engine" || name === "visibility") return [];
          // Never seen there, replaced here by what a partner's seller typed there.
          const wasSeen = there.some(({ value, atMs }) => value === change.value && atMs <= after.atMs);
          const isTheirs = there.some(
            ({ value, by }) => value === after.value && by.name === "a seller in Partner Center",
          );
          // What an opportunity does not take along from its lead, nobody has emptied.
          const isBegun = at === 0 && textOf(opportunity.attributes["originatingleadid"]) !== "";
          // A referral that is given to a record fills what is empty there.
          const isFilled = change.value === "" && (isBegun || wasMoved(world, own.id));
          if (wasSeen || !isTheirs || isFilled) return [];
          return [
            `${name} “${change.value}” of ${opportunity.id} gave way to “${after.value}” though nobody decided so`,
          ];
        });
      });
    });
  },
};
