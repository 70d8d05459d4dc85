import type { Difference } from "../../Solution/engine/domain/link/Link";
import { labelAt } from "../../Solution/engine/domain/mapping/fieldMap";
import { standardFieldMap } from "../../Solution/engine/domain/mapping/standardFieldMap";
import type { Json } from "../../Solution/engine/domain/values/Json";
import type { ConflictFacts } from "./readConflicts";
import { toAmountIn } from "./toHeldValues";
import type { SharingFacts } from "./SharingFacts";
import { toValueText, type ValueTextParts } from "./toValueText";

/** One field that both sides hold differently, in words; empty text where a side holds nothing. */
export interface DifferenceRow {
  label: string;
  here: string;
  there: string;
}

/** A difference that waits for a decision. */
export interface ConflictRow extends DifferenceRow {
  id: string;
}

type Parts = Omit<ValueTextParts, "amountIn" | "currency" | "withIds">;

const toTexts = (
  { path, here, there }: { path: string; here: Json; there: Json },
  { saved, link }: SharingFacts,
  parts: Parts,
): Pick<DifferenceRow, "here" | "there"> => {
  const { currency } = saved;
  const text = (value: Json, amountIn: string): string =>
    toValueText(path, value, { ...parts, currency, amountIn, withIds: true });
  return { here: text(here, currency?.code ?? ""), there: text(there, toAmountIn(link, saved)) };
};

export const toConflictRow = (conflict: ConflictFacts, facts: SharingFacts, parts: Parts): ConflictRow => ({
  id: conflict.id,
  label: conflict.label,
  ...toTexts(conflict, facts, parts),
});

/** What Partner Center holds otherwise, by the names that sellers know. */
export const toDifferenceRows = (
  differences: Readonly<Record<string, Difference>>,
  facts: SharingFacts,
  parts: Parts,
): DifferenceRow[] =>
  Object.entries(differences).map(([path, { here, there }]) => ({
    label: labelAt(path, standardFieldMap),
    ...toTexts({ path, here, there }, facts, parts),
  }));
