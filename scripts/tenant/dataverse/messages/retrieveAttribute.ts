import { requireColumn, requireTable } from "../catalogue/requireTable";
import type { ColumnMetadata, ColumnType } from "../metadata";
import type { ColumnValue } from "../values";
import type { MessageHandler } from "./MessageHandler";
import { requireText } from "./readParameters";

/** The SDK's AttributeTypeCode by kind of column. */
const typeCodes: Record<ColumnType, number> = {
  bit: 0,
  customer: 1,
  datetime: 2,
  decimal: 3,
  float: 4,
  int: 5,
  lookup: 6,
  ntext: 7,
  money: 8,
  owner: 9,
  picklist: 11,
  state: 12,
  status: 13,
  nvarchar: 14,
  primarykey: 15,
  uniqueidentifier: 15,
  multiselectpicklist: 17,
  bigint: 18,
};

/** Limits of columns that say none. */
const widest: Partial<Record<ColumnType, readonly [min: number, max: number]>> = {
  int: [-(2 ** 31), 2 ** 31 - 1],
  money: [-922337203685477, 922337203685477],
};

function limitsOf({ type, minValue, maxValue }: ColumnMetadata): Pick<ColumnValue, "minValue" | "maxValue"> {
  const [min = minValue, max = maxValue] = [minValue ?? widest[type]?.[0], maxValue ?? widest[type]?.[1]];
  return { ...(min !== undefined && { minValue: min }), ...(max !== undefined && { maxValue: max }) };
}

const describe = (column: ColumnMetadata): ColumnValue => ({
  $t: "column",
  logicalName: column.logicalName,
  attributeType: typeCodes[column.type],
  isValidForCreate: column.validForCreate,
  isValidForUpdate: column.validForUpdate,
  ...(column.maxLength !== undefined && { maxLength: column.maxLength }),
  ...limitsOf(column),
  ...(column.precision !== undefined && { precision: column.precision }),
  ...(column.targets && { targets: column.targets }),
  ...(column.options && { options: column.options.map(({ value }) => value) }),
});

/** Metadata of one column, as far as the tenant knows it. */
export const retrieveAttribute: MessageHandler = ({ store }, parameters) => {
  const table = requireTable(store.catalogue, requireText(parameters, "EntityLogicalName"));
  const column = requireColumn(store.catalogue, table.logicalName, requireText(parameters, "LogicalName"));
  return Promise.resolve({ AttributeMetadata: describe(column) });
};
