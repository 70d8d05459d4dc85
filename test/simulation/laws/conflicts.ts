import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";
import { wasMoved } from "./moves";
import { conflictText, isOfLead, pairsOf, type Pair } from "./pairs";

/** After a silence nobody can tell whose value it was; then a conflict is told for safety. */
export const isCertain = ({ scenario: { hazards, wide } }: World): boolean =>
  hazards.death + hazards.busy + hazards.lostRequest + hazards.lostAnswer === 0 &&
  wide.lateDeath + wide.refusal + wide.staleRead + wide.everyCall === 0;

const editsOf = (world: World, record: string, field: string, sinceMs: number): number =>
  world.history.changesOf(record, field).filter(({ by, atMs }) => by.kind === "person" && atMs >= sinceMs).length;

/** Whatever a run sent is in a link that it stored; of one that was rolled back nobody knows what it had sent. */
const isStored = ({ history }: World, { own }: Pair): boolean =>
  history.referrals
    .filter(({ by, after }) => by.kind === "engine" && after.id === own.id)
    .every((sent) =>
      history.rows.some(
        ({ by, after, atMs }) => by.name === sent.by.name && after?.table === "cosell_link" && atMs >= sent.atMs,
      ),
    );

const amount: readonly string[] = ["deal value", "currency"];

/** Amounts in currencies that Dynamics 365 does not know cannot be taken over: closing such a deal keeps both values. */
const isUnknownAmount = ({ dataverse, history }: World, { own }: Pair, name: string): boolean => {
  const known = [...dataverse.store.rows("transactioncurrency")].map(({ attributes }) =>
    textOf(attributes["isocurrencycode"]),
  );
  const held = history.changesOf(`referral ${own.id}`, "currency");
  return amount.includes(name) && held.some(({ value }) => !known.includes(value));
};

/** An amount is a value and its currency: an edit of one of them is one of both. */
const editedWith = (name: string): readonly string[] => (amount.includes(name) ? amount : [name]);

/** Whether somebody ever closed the record. */
const isClosed = ({ history }: World, id: string): boolean =>
  history.rows.some(
    ({ by, after }) =>
      by.kind === "person" && after?.id === id && Number(plain(after.attributes["statecode"]) ?? 0) !== 0,
  );

/** Fields with a conflict though the partner's seller there is the only one who ever edited them. */
const oneSided = (world: World, pair: Pair): string[] => {
  const { opportunity, own, microsofts } = pair;
  // A referral that is given to a record meets what that holds.
  if (!isStored(world, pair) || wasMoved(world, own.id)) return [];
  const sharedMs = world.history.referrals.find(({ after }) => after.id === own.id)?.atMs ?? Infinity;
  const begunMs = world.history.rows.find(({ after }) => after?.id === opportunity.id)?.atMs ?? Infinity;
  return mirroredFields.flatMap(({ name, place }) => {
    const record = `opportunity ${opportunity.id}`;
    const isEditedHere = editedWith(name).some((field) => {
      const here = world.history.changesOf(record, field);
      return editsOf(world, record, field, Math.max(begunMs, here[0]?.atMs ?? begunMs) + 1) > 0;
    });
    const isEditedThere = editsOf(world, `referral ${own.id}`, name, sharedMs + 1) > 0;
    // A closed record takes nothing over: what was edited there before is kept beside it.
    if (isClosed(world, opportunity.id)) return [];
    if (isEditedHere || microsofts !== null || !isEditedThere || isUnknownAmount(world, pair, name)) return [];
    const words = conflictText(world, opportunity, place, false);
    return words === ""
      ? []
      : [`${name} of ${opportunity.id} was edited there alone, and a conflict is told: ${words}`];
  });
};

/** A conflict takes two: what one side alone edited is taken over by the other. An opportunity goes on with those of its lead. */
export const conflicts: Law = {
  name: "a conflict takes two",
  findBreaks: (world) =>
    isCertain(world) && !world.scenario.hasAdmin
      ? pairsOf(world).flatMap((pair) => (isOfLead(pair) ? [] : oneSided(world, pair)))
      : [],
};
