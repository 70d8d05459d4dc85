import type { ConflictPolicy } from "../merge/ConflictPolicy";
import type { ConverterName } from "./ConverterName";

/**
 * When Partner Center takes a value: only with the POST that makes the referral, later too, with the invitation of Microsoft, or
 * with the registration of the won deal.
 */
export type SentWhen = "create" | "always" | "invitation" | "registration";

/** Which way a value goes. A change on the side that is not asked is taken back, and kept in a conflict row. */
export type MappingDirection = "both" | "toPartnerCenter" | "toDynamics365" | "off";

/** One row of the map: a value of the CRM, and its place in a referral. */
export type FieldMapping = {
  /** Names the row for good: its place in the referral, or the CRM column of a constant. */
  key: string;
  /** As sellers know it. */
  label: string;
  /** Column or grid of the form that leads to the value. */
  column: string;
  /** Column path in Dynamics 365; a part in braces is the column that a setting names. */
  crm: string;
  /** Place in `Opportunity`; `/custom/<column path>` for columns that it has no place for. */
  opportunity: string;
  /** Place in the referral, an RFC 6901 pointer. Lists are one value, replaced as a whole: there is no `remove`. */
  referral: string;
  sent: SentWhen;
  converter: ConverterName;
  direction: MappingDirection;
  /** Null: as set for all fields. */
  conflictPolicy: ConflictPolicy | null;
  /** Stands in where the CRM has nothing; empty text for none. */
  defaultValue: string;
  /** What the converter needs beyond its name: an option table as JSON, a constant, a template. */
  converterDetail: string;
  /** The row counts only where this is met; empty text for always. */
  condition: string;
};

/** Every value that both sides share. */
export type FieldMap = readonly FieldMapping[];

/** The row of a place in the referral; null for a place that is not on the map. */
export const fieldAt = (referral: string, fieldMap: FieldMap): FieldMapping | null =>
  fieldMap.find((row) => row.referral === referral) ?? null;

/** Whether a value may be edited on either side at any time, and goes over to the other one. */
export const isTwoWay = ({ sent, direction }: FieldMapping): boolean => sent === "always" && direction === "both";

/** A place in words for sellers. */
export const labelAt = (referral: string, fieldMap: FieldMap): string => fieldAt(referral, fieldMap)?.label ?? referral;
