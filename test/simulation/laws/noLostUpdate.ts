import { textOf } from "../dataverse/values";
import type { ValueChange } from "../world/History";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields, type MirroredField } from "./mirroredFields";
import { lastMovedMs, opportunitiesOf, referralsOf } from "./moves";
import { isTypedBackUnnoticed } from "./typedBack";
import { conflictValues, conflictValuesIn, isOfLead, metValues, pairsOf, type Pair } from "./pairs";

type History = readonly ValueChange[];

/** Whether one of the records of a side held a value at any time from then until then. */
const held = (records: readonly History[], value: string, fromMs: number, untilMs: number): boolean =>
  records.some((changes) =>
    changes.some(
      (change, at) => change.value === value && change.atMs <= untilMs && (changes[at + 1]?.atMs ?? Infinity) >= fromMs,
    ),
  );

/** Microsoft's seller had the value before them when they typed another one. */
const wasTypedOver = (microsofts: History, value: string, after: string): boolean =>
  microsofts.some(
    (change, at) => change.value === after && change.by.kind === "person" && microsofts[at - 1]?.value === value,
  );

const idsIn = (value: string | undefined): string[] => (value ?? "").split(" ").filter((id) => id !== "");

/**
 * Each solution here is a row of its own: whoever adds or removes one says nothing of the others, which a run may replace in this
 * very moment. What was added or removed stays so until the other side has seen it.
 */
const isKeptInList = (side: History, at: number, other: History): boolean => {
  const change = side[at];
  if (change === undefined) return false;
  const [before, now] = [idsIn(side[at - 1]?.value), idsIn(change.value)];
  const keeps = (value: string): boolean => {
    const ids = idsIn(value);
    const isAdded = now.every((id) => before.includes(id) || ids.includes(id));
    return isAdded && before.every((id) => now.includes(id) || !ids.includes(id));
  };
  const later = side.slice(at + 1);
  const typed = later.findIndex(({ by }) => by.kind === "person");
  return later
    .slice(0, typed < 0 ? later.length : typed)
    .every(
      ({ value, atMs }) =>
        keeps(value) || other.some((seen) => seen.atMs >= change.atMs && seen.atMs <= atMs && keeps(seen.value)),
    );
};

/**
 * A record whose making was stopped has no link that tells what it held at first: what is empty there may as well never have been
 * filled, and is filled when the making goes on.
 */
const isEmptiedInTheMaking = ({ history }: World, { opportunity }: Pair, { value, atMs }: ValueChange): boolean => {
  const before = history.rows.filter((change) => change.atMs <= atMs);
  const isMade = before.find(({ after }) => after?.id === opportunity.id)?.by.kind === "engine";
  const isLinked = before.some(
    ({ after }) =>
      textOf(after?.attributes["cosell_opportunityid"]) === opportunity.id &&
      textOf(after?.attributes["cosell_lastagreedvalues"]) !== "",
  );
  return value === "" && isMade && !isLinked;
};

/** Whether a conflict row of an opportunity ever held a value: those that are open when its referral is moved go with it. */
const wasDisputed = ({ history }: World, id: string, place: string, value: string): boolean =>
  history.rows.some(
    ({ after }) => after?.table === "cosell_conflict" && conflictValuesIn(after, id, place).includes(value),
  );

/** Before it was moved, the referral was that of an opportunity that was made of a lead. */
const hadLead = (world: World, { own }: Pair): boolean =>
  opportunitiesOf(world, own.id).some((id) => {
    const row = world.history.rows.find(({ after }) => after?.id === id)?.after;
    return textOf(row?.attributes["originatingleadid"]) !== "";
  });

/** A record that is deleted in the making is made anew. */
const wasDeleted = ({ history }: World, { opportunity }: Pair, fromMs: number, untilMs: number): boolean =>
  history.rows.some(
    ({ before, after, atMs }) => before?.id === opportunity.id && after === null && atMs >= fromMs && atMs <= untilMs,
  );

/** Values of persons on one side that the engine replaced though nobody on the other side ever saw them. */
const lostOn = (
  world: World,
  pair: Pair,
  { name, place }: MirroredField,
  side: History,
  other: readonly History[],
  where: string,
  microsofts: History = [],
): string[] =>
  side.flatMap((change, at) => {
    const after = side[at + 1];
    if (change.by.kind !== "person" || after?.by.kind !== "engine") return [];
    // What a new record leaves empty was never typed.
    if (at === 0 && change.value === "") return [];
    // A referral that is given to a record fills what is empty there.
    if (where === "Dynamics 365" && change.value === "" && change.atMs < lastMovedMs(world, pair.opportunity.id))
      return [];
    if (where === "Dynamics 365" && isEmptiedInTheMaking(world, pair, change)) return [];
    if (held(other, change.value, change.atMs, after.atMs)) return [];
    if (wasTypedOver(microsofts, change.value, after.value)) return [];
    if (name === "solutions" && where === "Dynamics 365" && isKeptInList(side, at, other.flat())) return [];
    if (conflictValues(world, pair.opportunity, place).includes(change.value)) return [];
    if (opportunitiesOf(world, pair.own.id).some((id) => wasDisputed(world, id, place, change.value))) return [];
    if (metValues(world, pair.opportunity, place).includes(change.value)) return [];
    if (where === "Dynamics 365" && wasDeleted(world, pair, change.atMs, after.atMs)) return [];
    if (isTypedBackUnnoticed(world, pair, name, side, at, where === "Partner Center")) return [];
    return [
      `${name} “${change.value}”, typed in ${where} of ${pair.opportunity.id} by ${change.by.name}, was replaced with “${after.value}” by ${after.by.name} and is nowhere to be seen`,
    ];
  });

/**
 * A value that somebody typed and the engine replaced was seen on the other side before, or stands in a conflict row; unless it
 * was there all along, for all that anybody could know.
 */
export const noLostUpdate: Law = {
  name: "no lost update",
  findBreaks: (world) =>
    pairsOf(world)
      .filter((pair) => !isOfLead(pair) && !hadLead(world, pair))
      .flatMap((pair) =>
        mirroredFields
          .filter(({ name }) => name !== "visibility")
          .flatMap((field) => {
            const { opportunity, own, microsofts } = pair;
            const changesOf = (kind: string, ids: readonly string[]): History[] =>
              [...new Set(ids)].map((id) => world.history.changesOf(`${kind} ${id}`, field.name));
            const referrals = [own.id, ...(microsofts === null ? [] : [microsofts.id])];
            const there = changesOf("referral", [...referrals, ...referralsOf(world, opportunity.id)]);
            const here = changesOf("opportunity", [opportunity.id, ...opportunitiesOf(world, own.id)]);
            return [
              ...lostOn(world, pair, field, here[0] ?? [], there, "Dynamics 365"),
              ...lostOn(
                world,
                pair,
                field,
                there[0] ?? [],
                here,
                "Partner Center",
                microsofts === null ? [] : there[1],
              ),
            ];
          }),
      ),
};
