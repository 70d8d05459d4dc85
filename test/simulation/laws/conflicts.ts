import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";
import { conflictText, pairsOf, type Pair } from "./pairs";

/** After a silence nobody can tell whose value it was; then a conflict is told for safety. */
export const isCertain = ({ scenario: { hazards, wide } }: World): boolean =>
  hazards.death + hazards.busy + hazards.lostRequest + hazards.lostAnswer === 0 &&
  wide.lateDeath + wide.refusal + wide.staleRead + wide.everyCall === 0;

const editsOf = (world: World, record: string, field: string, sinceMs: number): number =>
  world.history.changesOf(record, field).filter(({ by, atMs }) => by.kind === "person" && atMs >= sinceMs).length;

/** Fields with a conflict though the partner's seller there is the only one who ever edited them. */
const oneSided = (world: World, { opportunity, own, microsofts }: Pair): string[] => {
  const sharedMs = world.history.referrals.find(({ after }) => after.id === own.id)?.atMs ?? Infinity;
  const begunMs = world.history.rows.find(({ after }) => after?.id === opportunity.id)?.atMs ?? Infinity;
  return mirroredFields.flatMap(({ name, place }) => {
    const here = world.history.changesOf(`opportunity ${opportunity.id}`, name);
    const since = Math.max(begunMs, here[0]?.atMs ?? begunMs) + 1;
    const isEditedHere = editsOf(world, `opportunity ${opportunity.id}`, name, since) > 0;
    const isEditedThere = editsOf(world, `referral ${own.id}`, name, sharedMs + 1) > 0;
    if (isEditedHere || microsofts !== null || !isEditedThere) return [];
    const words = conflictText(world, opportunity, place, false);
    return words === ""
      ? []
      : [`${name} of ${opportunity.id} was edited there alone, and a conflict is told: ${words}`];
  });
};

/** A conflict takes two: what one side alone edited is taken over by the other. */
export const conflicts: Law = {
  name: "a conflict takes two",
  findBreaks: (world) =>
    isCertain(world) && !world.scenario.hasAdmin ? pairsOf(world).flatMap((pair) => oneSided(world, pair)) : [],
};
