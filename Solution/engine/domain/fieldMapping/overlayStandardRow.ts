import type { FieldMapping } from "../mapping/fieldMap";
import { columnPath } from "./parseCondition";
import { converterKinds } from "./converterKinds";
import type { FieldMappingRow } from "./FieldMappingRow";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";
import { placeOf } from "./referralPlaces";
import { readCondition, readDetail } from "./readDetail";

/** What came of one row. */
export interface RowReading {
  /** Null: left out. */
  mapping: FieldMapping | null;
  problems: readonly MappingProblem[];
}

/** Rows that identify the deal, or that hold consent: without them the connector would send what nobody agreed to. */
const fixedKeys: readonly string[] = [
  "/externalReferenceId",
  "/consent/consentToToShareInfoWithOthers",
  "/consent/consentToShareReferralWithMicrosoftSellers",
  "/inviteContext/assistanceRequestCode",
];

export const isFixedKey = (key: string): boolean => fixedKeys.includes(key);

const hasOtherColumn = ({ crmColumn }: FieldMappingRow, { crm }: FieldMapping): boolean =>
  crmColumn !== "" && crmColumn !== crm;

const hasOtherConverter = ({ converter, converterDetail }: FieldMappingRow, standard: FieldMapping): boolean =>
  converter !== null && (converter !== standard.converter || converterDetail !== standard.converterDetail);

const isChanged = (row: FieldMappingRow, standard: FieldMapping): boolean =>
  hasOtherColumn(row, standard) ||
  hasOtherConverter(row, standard) ||
  row.direction !== standard.direction ||
  row.defaultValue !== standard.defaultValue ||
  row.condition !== standard.condition;

const checkColumn = (row: FieldMappingRow, standard: FieldMapping): MappingProblem[] => {
  const { key, crmColumn } = row;
  if (!hasOtherColumn(row, standard)) return [];
  // A value of the account stays with the account: there the connector finds the customer again.
  const [table] = standard.crm.split(".");
  const prefix = standard.crm.includes(".") ? `${table ?? ""}.` : "";
  const isWhole = columnPath.exec(crmColumn)?.[0] === crmColumn;
  const isSameTable = prefix === "" ? !crmColumn.includes(".") : crmColumn.startsWith(prefix);
  return isWhole && isSameTable ? [] : [toMappingProblem(key, "columnMalformed", { column: crmColumn })];
};

const checkConverter = (row: FieldMappingRow, standard: FieldMapping): MappingProblem[] => {
  const { key, converter } = row;
  const kind = placeOf(standard.referral)?.kind ?? "text";
  if (converter === null || converter === standard.converter) return [];
  const { label, makes, isReserved } = converterKinds[converter];
  if (isReserved) return [toMappingProblem(key, "converterReserved", { converter: label })];
  if (makes.includes(kind)) return [];
  return [toMappingProblem(key, "converterWrong", { place: standard.referral, expected: kind, converter: label })];
};

const overlay = (row: FieldMappingRow, standard: FieldMapping): RowReading => {
  const converter = row.converter ?? standard.converter;
  const kind = placeOf(standard.referral)?.kind ?? "text";
  const { detail, problems: detailProblems } = readDetail(row, converter, kind);
  const problems = [
    ...checkColumn(row, standard),
    ...checkConverter(row, standard),
    ...detailProblems,
    ...readCondition(row),
  ];
  const { isOneWay = converter === "constant", label } = converterKinds[converter];
  const direction = row.direction ?? standard.direction;
  const isImpossible = isOneWay && (direction === "both" || direction === "toDynamics365");
  const all = [
    ...problems,
    ...(isImpossible ? [toMappingProblem(row.key, "directionImpossible", { converter: label })] : []),
  ];
  if (all.some(({ severity }) => severity === "leftOut")) return { mapping: standard, problems: all };
  const mapping: FieldMapping = {
    ...standard,
    crm: row.crmColumn === "" ? standard.crm : row.crmColumn,
    opportunity: converter === "template" || converter === "constant" ? "/custom" : standard.opportunity,
    converter,
    converterDetail: detail,
    direction,
    conflictPolicy: row.conflictPolicy,
    defaultValue: row.defaultValue,
    condition: row.condition,
  };
  return { mapping, problems: all };
};

/** A row of the standard map as an administrator changed it; where that is impossible, the row as it was delivered. */
export const overlayStandardRow = (row: FieldMappingRow, standard: FieldMapping): RowReading => {
  const policed = { ...standard, conflictPolicy: row.conflictPolicy };
  if (row.direction === null) return { mapping: policed, problems: [toMappingProblem(row.key, "directionMissing")] };
  if (!isChanged(row, standard)) return { mapping: policed, problems: [] };
  if (isFixedKey(standard.key)) return { mapping: policed, problems: [toMappingProblem(row.key, "rowFixed")] };
  const { isReserved, label } = converterKinds[standard.converter];
  if (isReserved && (hasOtherColumn(row, standard) || hasOtherConverter(row, standard)))
    return { mapping: policed, problems: [toMappingProblem(row.key, "columnFixed", { converter: label })] };
  return overlay(row, standard);
};
