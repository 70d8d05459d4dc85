import { columns } from "../schema";
import type { ConverterName } from "../mapping/ConverterName";
import type { FieldMapping } from "../mapping/fieldMap";
import { standardFieldMap } from "../mapping/standardFieldMap";
import { converterKinds } from "./converterKinds";
import type { FieldMappingRow } from "./FieldMappingRow";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";
import { columnPath } from "./parseCondition";
import { isOwnPlace, placeOf, type ReferralPlace } from "./referralPlaces";
import { readCondition, readDetail } from "./readDetail";
import type { RowReading } from "./overlayStandardRow";

type Usable = FieldMappingRow & { converter: ConverterName; direction: FieldMapping["direction"] };

const ownColumns: readonly string[] = Object.values(columns.opportunity);
const sharedTables = /^(?:account|contact)\./;

const isPointer = (path: string): boolean => /^(?:\/[^/~]+)+$/.test(path);

/** Places that are documented, and what is assumed about others. */
const assumed: ReferralPlace = { kind: "text", sent: "create" };

const checkPlace = ({ key, path, direction }: Usable): MappingProblem[] => {
  if (!isPointer(path)) return [toMappingProblem(key, "placeMalformed", { place: path })];
  if (isOwnPlace(path)) return [toMappingProblem(key, "placeOwned", { place: path })];
  const place = placeOf(path);
  if (place === null) return [toMappingProblem(key, "placeUnknown", { place: path })];
  const isSent = direction !== "toDynamics365" && direction !== "off";
  if (place.sent === "registration" && direction !== "toPartnerCenter" && direction !== "off")
    return [toMappingProblem(key, "placeSentOnly", { place: path })];
  if (place.sent === "never" && isSent) return [toMappingProblem(key, "placeReadOnly", { place: path })];
  return place.sent === "create" && isSent ? [toMappingProblem(key, "placeFixed", { place: path })] : [];
};

/** The standard row that reads the column which a setting names; null for a column that is named itself. */
const rowOfSetting = ({ crmColumn, direction }: Usable): FieldMapping | null => {
  const isSetting = crmColumn.endsWith("}") && direction === "toPartnerCenter";
  return (isSetting ? standardFieldMap.find(({ crm }) => crm === crmColumn) : undefined) ?? null;
};

const checkColumn = (row: Usable): MappingProblem[] => {
  const { key, crmColumn, converter, direction } = row;
  if (converter === "constant" || converter === "template" || rowOfSetting(row) !== null) return [];
  if (crmColumn === "") return [toMappingProblem(key, "columnMissing")];
  if (converter === "currency" && crmColumn === "transactioncurrencyid")
    return [toMappingProblem(key, "currencyIsLookup", { setting: "{dealValueCurrencyField}" })];
  const isWhole = columnPath.exec(crmColumn)?.[0] === crmColumn;
  const isKnownTable = !crmColumn.includes(".") || sharedTables.test(crmColumn);
  if (!isWhole || !isKnownTable) return [toMappingProblem(key, "columnMalformed", { column: crmColumn })];
  const isBroughtBack = direction === "both" || direction === "toDynamics365";
  if (isBroughtBack && ownColumns.includes(crmColumn))
    return [toMappingProblem(key, "columnOwned", { column: crmColumn })];
  const isShared = isBroughtBack && sharedTables.test(crmColumn);
  return isShared ? [toMappingProblem(key, "columnOfOtherTable", { column: crmColumn })] : [];
};

const checkConverter = ({ key, path, converter, direction }: Usable, { kind }: ReferralPlace): MappingProblem[] => {
  const { label, makes, isReserved, isOneWay = converter === "constant" } = converterKinds[converter];
  if (isReserved) return [toMappingProblem(key, "converterReserved", { converter: label })];
  if (!makes.includes(kind))
    return [toMappingProblem(key, "converterWrong", { place: path, expected: kind, converter: label })];
  const isImpossible = isOneWay && (direction === "both" || direction === "toDynamics365");
  return isImpossible ? [toMappingProblem(key, "directionImpossible", { converter: label })] : [];
};

const toOpportunityPlace = (row: Usable): string => {
  const isOfNone = row.converter === "template" || row.converter === "constant";
  return isOfNone ? "/custom" : (rowOfSetting(row)?.opportunity ?? `/custom/${row.crmColumn}`);
};

const toFormColumn = (row: Usable): string => {
  const { crmColumn } = row;
  const parent = crmColumn.includes(".") ? `parent${crmColumn.split(".")[0] ?? ""}id` : crmColumn;
  return rowOfSetting(row)?.column ?? (parent || "name");
};

const toMapping = (row: Usable, place: ReferralPlace, detail: string): FieldMapping => ({
  key: row.key,
  label: row.name === "" ? row.key : row.name,
  column: toFormColumn(row),
  crm: row.crmColumn,
  opportunity: toOpportunityPlace(row),
  referral: row.path,
  sent: place.sent === "never" ? "create" : place.sent,
  converter: row.converter,
  direction: place.sent === "never" && row.direction !== "off" ? "toDynamics365" : row.direction,
  conflictPolicy: row.conflictPolicy,
  defaultValue: row.defaultValue,
  converterDetail: detail,
  condition: row.condition,
});

/** A row that an administrator added, with a place in the referral. */
export const readOwnRow = (row: FieldMappingRow): RowReading => {
  const { converter, direction, key } = row;
  if (direction === null) return { mapping: null, problems: [toMappingProblem(key, "directionMissing")] };
  if (converter === null) return { mapping: null, problems: [toMappingProblem(key, "converterMissing")] };
  const usable: Usable = { ...row, converter, direction };
  const place = placeOf(row.path) ?? assumed;
  const { detail, problems } = readDetail(row, converter, place.kind);
  const all = [
    ...checkPlace(usable),
    ...checkColumn(usable),
    ...checkConverter(usable, place),
    ...problems,
    ...readCondition(row),
  ];
  const isLeftOut = all.some(({ severity }) => severity === "leftOut");
  return { mapping: isLeftOut ? null : toMapping(usable, place, detail), problems: all };
};
