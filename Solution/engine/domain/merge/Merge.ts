import type { KnownColumns } from "../columns/ColumnFacts";
import type { AuditFact } from "../audit/auditFacts";
import type { Difference, LinkMemory, LinkState } from "../link/Link";
import type { FieldMap } from "../mapping/fieldMap";
import { toOpportunityValues, toReferralValues, type ReferralValues } from "../mapping/mapReferral";
import type { Opportunity } from "../opportunity/Opportunity";
import type { Instant } from "../values/instant";
import type { Json, JsonObject } from "../values/Json";
import type { Conflict } from "./Conflict";
import type { ConflictPolicy } from "./ConflictPolicy";

/** A value that Dynamics 365 is to take over. */
export interface Taken {
  path: string;
  value: Json;
  /** Whose referral it comes from. */
  side: Difference["side"];
  /** What Dynamics 365 held. */
  here: Json;
  /** What was agreed before; stays the merge base should Dynamics 365 not take the value. */
  agreed: Json;
  /** Nobody typed it at Partner Center: a rule of this connector sets it. */
  isRule?: boolean;
}

/** The three replicas of a deal brought together, as far as that is possible. */
export interface Merge {
  /** As Dynamics 365 will hold it, with the values taken over. */
  opportunity: Opportunity;
  /** The values both sides should hold in the end. */
  wanted: ReferralValues;
  state: LinkState;
  taken: readonly Taken[];
  /** Conflicts found or ended, with every value that lost. */
  conflicts: readonly Conflict[];
  facts: readonly AuditFact[];
  /** The referral that was looked at last, as Partner Center answered it; empty where none was. */
  lastSeen: JsonObject;
}

/** By which rules values are merged. */
export interface MergeRules {
  fieldMap: FieldMap;
  /** For fields without a policy of their own. */
  policy: ConflictPolicy;
  /** Values of Partner Center come in. */
  inboundEnabled: boolean;
  /** When the row in Dynamics 365 was changed last. */
  modifiedOn: Instant;
  now: Instant;
  /** A run came to no end, or was never answered: what is in flight may have arrived and been typed over there. */
  isUnanswered?: boolean;
  /** What the columns take that values go to, by place; absent: as if they took everything. */
  columns?: KnownColumns;
  /**
   * The record is closed in Dynamics 365: once the referral is closed, too, it takes only what Partner Center alone fills, as the
   * verdict about a registration.
   */
  isClosedHere?: boolean;
  /** Places whose values are not taken over for now: they wait for their other half. */
  waiting?: readonly string[];
  /** Those of them that nobody typed here, and whose other half Dynamics 365 cannot hold. */
  unheld?: readonly string[];
}

export const startMerge = (opportunity: Opportunity, state: LinkState, fieldMap: FieldMap): Merge => ({
  opportunity,
  wanted: toReferralValues(opportunity, fieldMap),
  state,
  taken: [],
  conflicts: [],
  facts: [],
  lastSeen: {},
});

/** The merge, of whose link this is remembered from now on. */
export const withMemory = <Merged extends Merge>(merge: Merged, memory: Partial<LinkMemory>): Merged => ({
  ...merge,
  state: { ...merge.state, memory: { ...merge.state.memory, ...memory } },
});

/** The part of an opportunity that these values are, in the shape it has. */
export const toTakenValues = (taken: readonly Taken[], opportunity: Opportunity, fieldMap: FieldMap): Opportunity => {
  const values = Object.fromEntries(taken.map(({ path, value }) => [path, value]));
  const rows = fieldMap.filter(({ referral }) => Object.hasOwn(values, referral));
  const { custom, ...rest } = toOpportunityValues(values, rows) as Partial<Opportunity>;
  return { ...opportunity, ...rest, custom: { ...opportunity.custom, ...custom } };
};

/** Only what is taken over of an opportunity: the places that these values go to. */
export const takenPart = (
  taken: readonly Taken[],
  opportunity: Opportunity,
  fieldMap: FieldMap,
): Partial<Opportunity> => {
  const { custom, ...whole } = toTakenValues(taken, opportunity, fieldMap);
  const places = fieldMap
    .filter(({ referral }) => taken.some(({ path }) => path === referral))
    .map(({ opportunity: place }) => place);
  const plain = Object.entries(whole).filter(([name]) => places.some((place) => place.split("/")[1] === name));
  const columns = Object.entries(custom).filter(([column]) => places.includes(`/custom/${column}`));
  return { ...Object.fromEntries(plain), ...(columns.length > 0 ? { custom: Object.fromEntries(columns) } : {}) };
};
