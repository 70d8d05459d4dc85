import type { World } from "../world/World";
import { plain } from "../dataverse/values";
import type { Law } from "./Law";
import { isToldHalf, isToldMisfit } from "./misfits";
import { mirroredFields } from "./mirroredFields";
import { conflictValues, pairsOf, receiveMessage, statusOf } from "./pairs";

const told: readonly string[] = ["blocked", "needsAttention", "closed"];

/** What Microsoft's seller typed last in a field is in Dynamics 365, or in a conflict row. */
export const microsoftsEdits: Law = {
  name: "Microsoft’s edits",
  findBreaks: (world: World) => {
    if (!world.supports(receiveMessage)) return [];
    return pairsOf(world).flatMap(({ opportunity, own, microsofts }) => {
      if (microsofts === null || told.includes(statusOf(opportunity)) || own.content.status !== "Active") return [];
      if (plain(opportunity.attributes["cosell_syncwithpartnercenter"]) !== true) return [];
      return mirroredFields.flatMap(({ name, place }) => {
        const last = world.history.changesOf(`referral ${microsofts.id}`, name).at(-1);
        if (last?.by.kind !== "person" || last.by.name !== "Microsoft’s seller") return [];
        // Partner Center may show less of Microsoft's referral than it holds: what is empty there was never promised to arrive.
        if (last.value === "") return [];
        const here = world.history.changesOf(`opportunity ${opportunity.id}`, name);
        const arrived = here.some(
          ({ value, atMs }, at) => value === last.value && (here[at + 1]?.atMs ?? Infinity) >= last.atMs && atMs >= 0,
        );
        if (arrived || conflictValues(world, opportunity, place).includes(last.value)) return [];
        if (isToldHalf(world, opportunity, place, last.value)) return [];
        if (isToldMisfit(world, opportunity, place, here.at(-1)?.value ?? "", last.value)) return [];
        return [
          `${name} “${last.value}” of Microsoft’s seller never came to ${opportunity.id}, whose status is ${statusOf(opportunity)}`,
        ];
      });
    });
  },
};
