import type { ChoiceOption, ColumnMetadata, ColumnType } from "../dataverse/metadata";
import type { BaseColumn } from "./BaseTable";

type Details = Partial<Omit<ColumnMetadata, "logicalName" | "schemaName" | "type" | "displayName">>;

function make(type: ColumnType, schemaName: string, displayName: string, details: Details): BaseColumn {
  return {
    column: {
      logicalName: schemaName.toLowerCase(),
      schemaName,
      type,
      displayName,
      required: "none",
      secured: false,
      validForCreate: true,
      validForUpdate: true,
      custom: false,
      ...details,
    },
  };
}

const plain =
  (type: ColumnType, kindDetails: Details = {}) =>
  (schemaName: string, displayName: string, details: Details = {}): BaseColumn =>
    make(type, schemaName, displayName, { ...kindDetails, ...details });

const text =
  (format: string) =>
  (schemaName: string, displayName: string, maxLength: number, details: Details = {}): BaseColumn =>
    make("nvarchar", schemaName, displayName, { format, maxLength, ...details });

/** `"Hot": 1` pairs become options in the order written. */
export type Options = Record<string, number>;

const toOptions = (options: Options): ChoiceOption[] =>
  Object.entries(options).map(([label, value]) => ({ value, label }));

/** The columns of base tables, by kind. Logical names are the schema names in lower case. */
export const column = {
  text: text("text"),
  email: text("email"),
  phone: text("phone"),
  url: text("url"),
  memo: (schemaName: string, displayName: string, maxLength: number, details: Details = {}) =>
    make("ntext", schemaName, displayName, { format: "textarea", maxLength, ...details }),
  yesNo: plain("bit", {
    defaultValue: false,
    options: [
      { value: 0, label: "No" },
      { value: 1, label: "Yes" },
    ],
  }),
  wholeNumber: plain("int", { minValue: -2147483648, maxValue: 2147483647 }),
  bigNumber: plain("bigint"),
  decimal: plain("decimal", { precision: 10, minValue: -100000000000, maxValue: 100000000000 }),
  double: plain("float", { precision: 2, minValue: -100000000000, maxValue: 100000000000 }),
  money: plain("money", { precision: 2, minValue: -922337203685477, maxValue: 922337203685477 }),
  date: plain("datetime", { format: "date" }),
  dateTime: plain("datetime", { format: "datetime" }),
  guid: plain("uniqueidentifier"),
  choice: (schemaName: string, displayName: string, options: Options, details: Details = {}) =>
    make("picklist", schemaName, displayName, { options: toOptions(options), ...details }),

  /** `relationship` is the schema name of the 1:N relationship from the target table. */
  lookup: (
    schemaName: string,
    displayName: string,
    target: string,
    relationship: string,
    details: Details & Pick<BaseColumn, "onDelete" | "navigation"> = {},
  ): BaseColumn => {
    const { onDelete, navigation, ...rest } = details;
    return {
      ...make("lookup", schemaName, displayName, { targets: [target], ...rest }),
      relationships: { [target]: relationship },
      ...(onDelete && { onDelete }),
      ...(navigation !== undefined && { navigation }),
    };
  },

  /** A lookup to account or contact; one relationship for each. */
  customer: (
    schemaName: string,
    displayName: string,
    relationships: Record<string, string>,
    details: Details = {},
  ): BaseColumn => ({
    ...make("customer", schemaName, displayName, { targets: Object.keys(relationships), ...details }),
    relationships,
  }),
} as const;
