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
