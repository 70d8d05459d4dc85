import { done, type Outcome } from "../../domain/failure/Outcome";
import { customColumns, namedColumn } from "../../domain/fieldMapping/customColumns";
import type { FieldMappingRow } from "../../domain/fieldMapping/FieldMappingRow";
import { toMappingProblem, type MappingProblem } from "../../domain/fieldMapping/MappingProblem";
import { readFieldMap, type FieldMapReading } from "../../domain/fieldMapping/readFieldMap";
import type { FieldMapping } from "../../domain/mapping/fieldMap";
import { standardFieldMap } from "../../domain/mapping/standardFieldMap";
import type { EnginePorts } from "../EnginePorts";

const columnsOf = (row: FieldMapping): string[] => [namedColumn(row) ?? [], customColumns([row])].flat();

/** A constant has no place in Partner Center; its column is named, or is its key. */
const isConstantFor = ({ path, crmColumn, key }: FieldMappingRow, column: string): boolean =>
  path === "" && (crmColumn || key) === column;

/** Reads rows and adds what only Dynamics 365 can tell: columns that do not exist. */
export const findProblems = async (
  { fieldMaps }: Pick<EnginePorts, "fieldMaps">,
  rows: readonly FieldMappingRow[],
): Promise<Outcome<FieldMapReading>> => {
  const reading = readFieldMap(rows, standardFieldMap);
  const constants = Object.keys(reading.constants);
  const unknown = await fieldMaps.unknownColumns([...customColumns(reading.fieldMap), ...constants]);
  if (unknown.kind === "failed") return unknown;
  const found = reading.fieldMap.flatMap((row): MappingProblem[] =>
    [...new Set(columnsOf(row))]
      .filter((column) => unknown.value.includes(column))
      .map((column) => toMappingProblem(row.key, "columnUnknown", { column })),
  );
  const ofConstants = constants
    .filter((column) => unknown.value.includes(column))
    .flatMap((column) => rows.filter((row) => isConstantFor(row, column)))
    .map((row) => toMappingProblem(row.key, "columnUnknown", { column: row.crmColumn || row.key }));
  return done({ ...reading, problems: [...reading.problems, ...found, ...ofConstants] });
};
