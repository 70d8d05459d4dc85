import { fitText } from "../../domain/columns/fitText";
import type { FieldMappingRow } from "../../domain/fieldMapping/FieldMappingRow";
import type { MappingDirection } from "../../domain/mapping/fieldMap";
import type { ConflictPolicy } from "../../domain/merge/ConflictPolicy";
import { choices, columns, tables } from "../../domain/schema";
import { createRowReader, tagged, toRow, type DataverseRow } from "./DataverseRow";

const { fieldMapping } = columns;
const { logicalName: table, primaryId, primaryName } = tables.fieldMapping;
const maxNameChars = 200;

const directions: Readonly<Record<MappingDirection, number>> = {
  both: choices.mappingDirection.bothWays,
  toPartnerCenter: choices.mappingDirection.toPartnerCenterOnly,
  toDynamics365: choices.mappingDirection.toDynamics365Only,
  off: choices.mappingDirection.off,
};

const policies: Readonly<Record<ConflictPolicy, number>> = {
  ask: choices.conflictPolicy.ask,
  dynamics365: choices.conflictPolicy.dynamics365Wins,
  partnerCenter: choices.conflictPolicy.partnerCenterWins,
  newest: choices.conflictPolicy.newestWins,
};

const named = <Name extends string>(options: Readonly<Record<Name, number>>, value: number | null): Name | null =>
  (Object.keys(options) as Name[]).find((name) => options[name] === value) ?? null;

export const readFieldMappingRow = (row: DataverseRow): FieldMappingRow => {
  const { text, flag, choice } = createRowReader(row);
  return {
    id: text(primaryId) || null,
    key: text(fieldMapping.mappingKey),
    name: text(primaryName),
    crmColumn: text(fieldMapping.crmColumn),
    path: text(fieldMapping.partnerCenterPath),
    direction: named(directions, choice(fieldMapping.mappingDirection)),
    converter: named(choices.converter, choice(fieldMapping.converter)),
    conflictPolicy: named(policies, choice(fieldMapping.conflictPolicy)),
    defaultValue: text(fieldMapping.defaultValue),
    converterDetail: text(fieldMapping.converterDetail),
    condition: text(fieldMapping.condition),
    isStandard: flag(fieldMapping.isStandard),
  };
};

/** The row without its id: its key says which one it is. */
export const toFieldMappingRow = (row: FieldMappingRow): DataverseRow =>
  toRow(table, {
    [fieldMapping.mappingKey]: row.key,
    [primaryName]: fitText(row.name, maxNameChars),
    [fieldMapping.crmColumn]: row.crmColumn || null,
    [fieldMapping.partnerCenterPath]: row.path || null,
    [fieldMapping.mappingDirection]: row.direction === null ? null : tagged.choice(directions[row.direction]),
    [fieldMapping.converter]: row.converter === null ? null : tagged.choice(choices.converter[row.converter]),
    [fieldMapping.conflictPolicy]: tagged.choice(
      row.conflictPolicy === null ? choices.conflictPolicy.asSetForAllFields : policies[row.conflictPolicy],
    ),
    [fieldMapping.defaultValue]: row.defaultValue || null,
    [fieldMapping.converterDetail]: row.converterDetail || null,
    [fieldMapping.condition]: row.condition || null,
    [fieldMapping.isStandard]: row.isStandard,
  });

export const fieldMappingColumns: readonly string[] = [primaryId, ...Object.values(fieldMapping)];
