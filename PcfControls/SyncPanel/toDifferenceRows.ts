import { standardFieldMap } from "../../Solution/engine/domain/mapping/standardFieldMap";
import type { Difference } from "../../Solution/engine/domain/link/Link";
import { toValueText } from "./toValueText";

/** One field that both sides hold differently, in words; empty text where a side holds nothing. */
export interface DifferenceRow {
  label: string;
  here: string;
  there: string;
}

/** What Partner Center holds otherwise, by the names that sellers know. */
export const toDifferenceRows = (differences: Readonly<Record<string, Difference>>): DifferenceRow[] =>
  Object.entries(differences).map(([path, { here, there }]) => ({
    label: standardFieldMap.find(({ referral }) => referral === path)?.label ?? path,
    here: toValueText(here),
    there: toValueText(there),
  }));
