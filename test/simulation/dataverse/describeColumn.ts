import { amountLimit } from "./checkValues";
import type { Column, ColumnKind } from "./Table";
import type { Json } from "./values";

/** The SDK's AttributeTypeCode. */
const typeCodes: Readonly<Record<ColumnKind, number>> = {
  text: 14,
  ref: 6,
  choice: 11,
  flag: 0,
  instant: 2,
  day: 2,
  money: 8,
  whole: 5,
  id: 15,
  long: 18,
};

/** What RetrieveAttribute tells about a column, as the bridge carries it. */
export const describeColumn = (logicalName: string, { kind, maxLength, options }: Column): Json => ({
  $t: "column",
  logicalName,
  attributeType: typeCodes[kind],
  isValidForCreate: true,
  isValidForUpdate: true,
  ...(maxLength === undefined ? {} : { maxLength }),
  ...(options === undefined ? {} : { options: [...options] }),
  ...(kind === "money" ? { minValue: -amountLimit, maxValue: amountLimit } : {}),
});
