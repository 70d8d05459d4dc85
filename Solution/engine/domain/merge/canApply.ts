import { fitMapped } from "../mapping/fitMapped";
import type { KnownColumns } from "../columns/ColumnFacts";
import type { Misfit } from "../columns/Misfit";
import { columnHolds } from "../mapping/columnHolds";
import { toCrmValue, toReferralValue } from "../mapping/converters";
import type { FieldMapping } from "../mapping/fieldMap";
import type { Opportunity } from "../opportunity/Opportunity";
import { isCurrencyCode } from "../values/currencyCode";
import type { Json } from "../values/Json";
import { readPointer } from "../values/jsonPointer";
import { sameJson } from "../values/sameJson";

/** Places of an opportunity that Partner Center may write: accounts are shared by deals, and the owner is Dynamics 365's. */
const writable = [
  "/name",
  "/notes",
  "/dealValue",
  "/currency",
  "/closeDate",
  "/solutions",
  "/contact",
  "/isVisible",
  "/hasConsent",
  "/marketplaceIntent",
];

/** Columns of the account and the contact are shared, too. */
const ofOpportunity = /^\/custom\/[^.]+$/;

/** What Dynamics 365 can hold of a value of Partner Center, in the place of what it holds now, such that it means the same. */
export type Takeable =
  | { kind: "whole" }
  /** The beginning of it, as a referral holds it. */
  | { kind: "part"; value: Json; misfit: Misfit }
  /** Without a misfit: the place is not Partner Center's to write, or holds no such value. */
  | { kind: "nothing"; misfit: Misfit | null };

const nothing: Takeable = { kind: "nothing", misfit: null };

export const takeable = (
  row: FieldMapping,
  value: Json,
  opportunity: Opportunity,
  columns: KnownColumns = {},
): Takeable => {
  const here = toCrmValue(row, value);
  if (here === undefined) return nothing;
  if (row.opportunity === "/currency" && here === "") return { kind: "nothing", misfit: { why: "currencyMissing" } };
  // Nobody can add a currency without a code.
  if (row.opportunity === "/currency" && !(typeof here === "string" && isCurrencyCode(here)))
    return { kind: "nothing", misfit: { why: "noOption" } };
  const fitted = fitMapped(row, here, columns);
  const isCustom = ofOpportunity.test(row.opportunity);
  if (!writable.includes(row.opportunity) && !isCustom) return { kind: "nothing", misfit: fitted.misfit };
  if (!fitted.isHeld) return { kind: "nothing", misfit: fitted.misfit };
  if (isCustom && !columnHolds(readPointer(opportunity, row.opportunity), here)) return nothing;
  const back = toReferralValue(row, fitted.value);
  if (back === undefined) return nothing;
  if (fitted.misfit !== null) return { kind: "part", value: back, misfit: fitted.misfit };
  return sameJson(back, value) ? { kind: "whole" } : nothing;
};

/** Whether Dynamics 365 can hold the value of Partner Center as it is. */
export const canApply = (row: FieldMapping, value: Json, opportunity: Opportunity, columns?: KnownColumns): boolean =>
  takeable(row, value, opportunity, columns).kind === "whole";
