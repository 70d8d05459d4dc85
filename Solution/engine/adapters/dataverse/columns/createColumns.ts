import { columnName, type ColumnFacts } from "../../../domain/columns/ColumnFacts";
import { columns, tables } from "../../../domain/schema";
import type { FieldMapping } from "../../../domain/mapping/fieldMap";
import { contactColumns } from "../../../domain/mapping/fitMapped";
import type { DealTable } from "../../../domain/opportunity/SyncRecord";
import type { SyncSettings } from "../../../domain/sync/SyncSettings";
import type { Columns } from "../../../ports/Columns";
import { fillSetting } from "../fillSetting";
import type { ReadColumns } from "./createColumnReader";

/** Columns of a lead that hold what an opportunity holds at these places. */
const ofLead: Readonly<Record<string, string>> = {
  "/name": "subject",
  "/notes": "description",
  "/dealValue": "budgetamount",
  "/currency": "transactioncurrencyid",
  "/closeDate": "estimatedclosedate",
};

const solution = columnName(tables.partnerCenterSolution.logicalName, columns.partnerCenterSolution.solutionId);

const isColumn = /^(?:account\.|contact\.)?\w+$/;

/** The column that takes the value of a row; null where that is no single column. */
const columnOf = (row: FieldMapping, table: DealTable, settings: SyncSettings): string | null => {
  const { opportunity: place } = row;
  if (place === "/contact" || place === "/owner" || place === "/id") return null;
  if (place === "/solutions") return solution;
  const path = table === "lead" ? (ofLead[place] ?? "") : fillSetting(row.crm, settings);
  if (!isColumn.test(path)) return null;
  return path.includes(".") ? path : columnName(table, path);
};

/** Places in the referral that bring a value into one column, each with that column. */
const columnsByPlace = (table: DealTable, settings: SyncSettings): readonly (readonly [string, string])[] =>
  settings.fieldMap.flatMap((row): (readonly [string, string])[] => {
    const brings = row.direction === "both" || row.direction === "toDynamics365";
    const name = brings ? columnOf(row, table, settings) : null;
    return name === null ? [] : [[row.referral, name]];
  });

/** What the mapped columns of records take. */
export const createColumns = (read: ReadColumns): Columns => ({
  placesOf: (names, table, settings) => {
    const places = columnsByPlace(table, settings);
    const team = settings.fieldMap.find(({ opportunity }) => opportunity === "/contact")?.referral;
    return names.flatMap((name) => {
      const place = contactColumns.includes(name) ? team : places.find(([, column]) => column === name)?.[0];
      return place === undefined ? [] : [place];
    });
  },

  ofMap: async (table, settings) => {
    const places = columnsByPlace(table, settings);
    const ofContact = table === "opportunity" ? contactColumns : [];
    const known = await read([...places.map(([, name]) => name), ...ofContact]);
    const named = (key: string, name: string): [string, ColumnFacts | null][] => {
      const facts = known[name];
      return facts === undefined ? [] : [[key, facts]];
    };
    return Object.fromEntries([
      ...places.flatMap(([path, name]) => named(path, name)),
      ...ofContact.flatMap((name) => named(name, name)),
    ]);
  },
});
