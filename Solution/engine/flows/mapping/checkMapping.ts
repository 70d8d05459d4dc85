import { parseAccountMatch } from "../../domain/account/parseAccountMatch";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { applyFieldMap, type AppliedFieldMap } from "../../domain/fieldMapping/applyFieldMap";
import { checkColumnValue } from "../../domain/fieldMapping/checkColumnValue";
import { namedColumn } from "../../domain/fieldMapping/customColumns";
import type { FieldMappingRow } from "../../domain/fieldMapping/FieldMappingRow";
import { toMappingProblem, type MappingProblem } from "../../domain/fieldMapping/MappingProblem";
import type { FieldMapReading } from "../../domain/fieldMapping/readFieldMap";
import { testRow, type RowTest } from "../../domain/fieldMapping/testRow";
import type { FieldMapping } from "../../domain/mapping/fieldMap";
import { toOwnReferral } from "../../domain/referral/referralBodies";
import type { Opportunity } from "../../domain/opportunity/Opportunity";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { JsonObject } from "../../domain/values/Json";
import type { EnginePorts } from "../EnginePorts";
import { findProblems } from "./findProblems";
import { seedFieldMap } from "./seedFieldMap";

/** What the check says about one row. */
export interface CheckedRow {
  key: string;
  name: string;
  /** Off: turned off on purpose. Left out: it does not count, or counts as it was delivered. */
  verdict: "ok" | "warning" | "leftOut" | "off";
  problems: readonly MappingProblem[];
  /** With a deal only, and for rows that have a place in Partner Center. */
  test: RowTest | null;
}

export interface MappingCheck {
  rows: readonly CheckedRow[];
  /** About settings that belong to the mapping. */
  settings: readonly MappingProblem[];
  /** With a deal: the referral that would be made of it. */
  referral: JsonObject | null;
}

/** A deal under test. */
interface Subject {
  opportunity: Opportunity;
  applied: AppliedFieldMap;
}

const verdictOf = ({ direction }: FieldMappingRow, problems: readonly MappingProblem[]): CheckedRow["verdict"] => {
  if (problems.some(({ severity }) => severity === "leftOut")) return "leftOut";
  if (direction === "off") return "off";
  return problems.length > 0 ? "warning" : "ok";
};

const checkValue = (mapping: FieldMapping, { opportunity, applied }: Subject): MappingProblem[] => {
  const column = namedColumn(mapping);
  const ofDeal = applied.problems.filter(({ key }) => key === mapping.key);
  const value = column === null ? null : (opportunity.custom[column] ?? null);
  return [...ofDeal, ...checkColumnValue(mapping, column ?? mapping.crm, value)];
};

const toChecked = (row: FieldMappingRow, reading: FieldMapReading, subject: Subject | null): CheckedRow => {
  const mapping = reading.fieldMap.find(({ key }) => key === row.key) ?? null;
  const isTested = subject !== null && mapping !== null;
  const problems = [
    ...reading.problems.filter(({ key }) => key === row.key),
    ...(isTested ? checkValue(mapping, subject) : []),
  ];
  return {
    key: row.key,
    name: row.name,
    verdict: verdictOf(row, problems),
    problems,
    test: isTested ? testRow(mapping, subject.applied.opportunity, subject.applied.fieldMap) : null,
  };
};

const loadSubject = async (
  { records }: EnginePorts,
  opportunityId: string,
  settings: SyncSettings,
): Promise<Outcome<Subject | null>> => {
  const loaded = await records.opportunity.load(opportunityId, settings, "always");
  if (loaded.kind === "failed") return loaded;
  if (loaded.value === null) return done(null);
  const { opportunity } = loaded.value;
  return done({ opportunity, applied: applyFieldMap(settings.fieldMap, opportunity, "opportunity") });
};

const standardFirst = (reading: FieldMapReading) => (left: FieldMappingRow, right: FieldMappingRow) => {
  const place = ({ key }: FieldMappingRow): number => {
    const at = reading.fieldMap.findIndex((mapping) => mapping.key === key);
    return at < 0 ? reading.fieldMap.length : at;
  };
  return place(left) - place(right);
};

/**
 * Checks every row of the field map and, with a deal, sends its values through: as they are, converted, and back. Nothing is
 * written but rows of the standard map that are missing.
 */
export const checkMapping = async (
  ports: EnginePorts,
  opportunityId: string | null,
): Promise<Outcome<MappingCheck | null>> => {
  const refusal = await seedFieldMap(ports);
  if (refusal !== null) return failed(refusal);
  const stored = await ports.fieldMaps.rows();
  if (stored.kind === "failed") return stored;
  const found = await findProblems(ports, stored.value);
  if (found.kind === "failed") return found;
  const { fieldMap, constants } = found.value;
  const settings = { ...(await ports.settings.current()), fieldMap, constants };
  const subject = opportunityId === null ? done(null) : await loadSubject(ports, opportunityId, settings);
  if (subject.kind === "failed") return subject;
  if (opportunityId !== null && subject.value === null) return done(null);
  const { unknown } = parseAccountMatch(settings.accountMatch);
  return done({
    rows: [...stored.value].sort(standardFirst(found.value)).map((row) => toChecked(row, found.value, subject.value)),
    settings: unknown.map((part) => toMappingProblem("accountMatch", "accountMatchUnknown", { part })),
    referral:
      subject.value === null ? null : toOwnReferral(subject.value.applied.opportunity, subject.value.applied.fieldMap),
  });
};
