import type { ValueChange } from "../world/History";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields, type MirroredField } from "./mirroredFields";
import { isTypedBackUnnoticed } from "./typedBack";
import { conflictValues, isOfLead, pairsOf, type Pair } from "./pairs";

/** Whether a side held a value at any time from then until then. */
const held = (changes: readonly ValueChange[], value: string, fromMs: number, untilMs: number): boolean =>
  changes.some(
    (change, at) => change.value === value && change.atMs <= untilMs && (changes[at + 1]?.atMs ?? Infinity) >= fromMs,
  );

/** Microsoft's seller had the value before them when they typed another one. */
const wasTypedOver = (microsofts: readonly ValueChange[], value: string, after: string): boolean =>
  microsofts.some(
    (change, at) => change.value === after && change.by.kind === "person" && microsofts[at - 1]?.value === value,
  );

const idsIn = (value: string | undefined): string[] => (value ?? "").split(" ").filter((id) => id !== "");

/**
 * Each solution here is a row of its own: whoever adds or removes one says nothing of the others, which a run may replace in this
 * very moment. What was added or removed stays so until the other side has seen it.
 */
const isKeptInList = (side: readonly ValueChange[], at: number, other: readonly ValueChange[]): boolean => {
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

/** Values of persons on one side that the engine replaced though nobody on the other side ever saw them. */
const lostOn = (
  world: World,
  pair: Pair,
  { name, place }: MirroredField,
  side: readonly ValueChange[],
  other: readonly ValueChange[],
  where: string,
  microsofts: readonly ValueChange[] = [],
): string[] =>
  side.flatMap((change, at) => {
    const after = side[at + 1];
    if (change.by.kind !== "person" || after?.by.kind !== "engine") return [];
    // What a new record leaves empty was never typed.
    if (at === 0 && change.value === "") return [];
    if (held(other, change.value, change.atMs, after.atMs)) return [];
    if (wasTypedOver(microsofts, change.value, after.value)) return [];
    if (name === "solutions" && where === "Dynamics 365" && isKeptInList(side, at, other)) return [];
    if (conflictValues(world, pair.opportunity, place).includes(change.value)) return [];
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
      .filter((pair) => !isOfLead(pair))
      .flatMap((pair) =>
        mirroredFields
          .filter(({ name }) => name !== "visibility")
          .flatMap((field) => {
            const here = world.history.changesOf(`opportunity ${pair.opportunity.id}`, field.name);
            const there = world.history.changesOf(`referral ${pair.own.id}`, field.name);
            const microsofts =
              pair.microsofts === null ? [] : world.history.changesOf(`referral ${pair.microsofts.id}`, field.name);
            return [
              ...lostOn(world, pair, field, here, [...there, ...microsofts], "Dynamics 365"),
              ...lostOn(world, pair, field, there, here, "Partner Center", microsofts),
            ];
          }),
      ),
};
