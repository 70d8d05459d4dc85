import { mapOfTable } from "../mapping/mapOfTable";
import type { FieldMap } from "../mapping/fieldMap";
import { toReferralValues, type ReferralValues } from "../mapping/mapReferral";
import type { Opportunity } from "../opportunity/Opportunity";
import { readOwnValues } from "./readOwnValues";
import type { Referral } from "./Referral";

/** What a record and its referral hold at the places of the map, of which nothing is agreed yet. */
export interface BothSides {
  here: ReferralValues;
  there: ReferralValues;
  fieldMap: FieldMap;
}

/** Reads a record, and a referral that it is about to get. `fieldMap`: of both tables. */
export const readBothSides = (
  opportunity: Opportunity,
  { content }: Pick<Referral, "content">,
  table: "opportunity" | "lead",
  fieldMap: FieldMap,
): BothSides => {
  const ofTable = mapOfTable(fieldMap, table);
  const here = toReferralValues(opportunity, ofTable);
  return { here, there: readOwnValues(content, [here], ofTable), fieldMap: ofTable };
};
