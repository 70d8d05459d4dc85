import type { FieldMapping } from "../../domain/mapping/fieldMap";
import { withoutCheckMark } from "../../domain/opportunity/checkMark";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { Opportunity } from "../../domain/opportunity/Opportunity";
import { choices, columns } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Json, JsonObject } from "../../domain/values/Json";
import { columnAt } from "./columnAt";
import { tagged, type RowReference } from "./DataverseRow";
import { toColumnValue } from "./hostValues";

const own = columns.opportunity;

/** The topic with the mark that is before it now. */
const markedName = (name: string, marked: string): string =>
  `${marked.slice(0, marked.length - withoutCheckMark(marked).length)}${name}`;

/** A currency column is the lookup, or one of the company's own that holds the code itself. */
const toCurrency = (code: string, currency: RowReference | null, column: string): Json =>
  currency !== null && column.endsWith("id") ? tagged.reference(currency.table, currency.id) : code;

interface ValueColumns {
  record: SyncRecord;
  values: Partial<Opportunity>;
  /** The topic as this very save leaves it, mark and all. */
  markedAs: string;
  currency: RowReference | null;
  settings: SyncSettings;
}

const rowAt = (place: string, { fieldMap }: SyncSettings): FieldMapping | undefined =>
  fieldMap.find(({ opportunity }) => opportunity === place);

/** Values that administrators may keep in columns of their own. */
const movable = ({ record, values, settings }: ValueColumns): JsonObject =>
  Object.fromEntries(
    (
      [
        ["/dealValue", values.dealValue],
        ["/closeDate", values.closeDate],
        ["/notes", values.notes],
      ] as const
    ).flatMap(([place, value]): [string, Json][] => {
      const row = rowAt(place, settings);
      const column = columnAt(place, settings);
      if (row === undefined || value === undefined) return [];
      const isMoney = column === "estimatedvalue";
      const before = record.hostValues?.[column] ?? (isMoney ? { $t: "money", v: "0" } : null);
      return [[column, toColumnValue(value, row, before) ?? null]];
    }),
  );

/** Columns of an opportunity for values taken over from Partner Center; solutions and contacts are rows of their own. */
export const toValueAttributes = (input: ValueColumns): JsonObject => {
  const { values, markedAs, currency, settings } = input;
  const { name, isVisible, hasConsent, marketplaceIntent } = values;
  const currencyColumn = columnAt("/currency", settings);
  return {
    ...movable(input),
    ...(name === undefined ? {} : { [columnAt("/name", settings)]: markedName(name, markedAs) }),
    ...(values.currency === undefined
      ? {}
      : { [currencyColumn]: toCurrency(values.currency, currency, currencyColumn) }),
    ...(isVisible === undefined
      ? {}
      : { [own.referralVisibility]: tagged.choice(choices.referralVisibility[isVisible ? "visible" : "private"]) }),
    ...(hasConsent === undefined ? {} : { [own.customerConsent]: hasConsent }),
    ...(marketplaceIntent === undefined
      ? {}
      : {
          [own.customerMarketplaceIntent]:
            marketplaceIntent === null ? null : tagged.choice(choices.customerMarketplaceIntent[marketplaceIntent]),
        }),
  };
};
