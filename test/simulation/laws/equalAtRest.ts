import { plain } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { isToldMisfit } from "./misfits";
import { mirroredFields, type MirroredField } from "./mirroredFields";
import { conflictText, pairsOf, receiveMessage, statusOf, type Pair } from "./pairs";

/** What the record itself tells the seller, so that a difference is no surprise. */
const isTold = (world: World, { opportunity, own }: Pair): boolean => {
  const status = statusOf(opportunity);
  if (plain(opportunity.attributes["cosell_syncwithpartnercenter"]) !== true) return true;
  if (own.content.status !== "Active" || plain(opportunity.attributes["statecode"]) !== 0) return true;
  if (status === "blocked" || status === "needsAttention") return true;
  return !world.supports(receiveMessage) && ["changedAtMicrosoft", "conflict", "queued"].includes(status);
};

/** Seventy thousand of one currency is not that of another: while one of them is in conflict, the other waits. */
const amount: readonly string[] = ["dealValue", "currency"];

const isInConflict = (world: World, opportunity: Pair["opportunity"], place: string): boolean =>
  (amount.includes(place) ? amount : [place]).some((one) => conflictText(world, opportunity, one, true) !== "");

const differs = (world: World, pair: Pair, { name, place, here, there }: MirroredField): string | null => {
  const left = here(pair.opportunity, world.dataverse.store);
  const right = there(pair.own.content);
  if (left === right || (name === "visibility" && right === "true")) return null;
  if (isInConflict(world, pair.opportunity, place)) return null;
  if (isToldMisfit(world, pair.opportunity, place, left, right)) return null;
  return `${name} of ${pair.opportunity.id} is “${left}” here and “${right}” there, and the status is ${statusOf(pair.opportunity)}`;
};

/** When hazards have ended and time has passed, both sides hold the same, or the record says why not. */
export const equalAtRest: Law = {
  name: "equal at rest",
  findBreaks: (world) =>
    pairsOf(world)
      .filter((pair) => !isTold(world, pair))
      .flatMap((pair) => mirroredFields.flatMap((field) => differs(world, pair, field) ?? [])),
};
