import { isDateOnly } from "../columnKinds";
import type { ColumnMetadata } from "../metadata";
import { refusals } from "../refusals";

const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/i;

/** ISO 8601 in UTC to the second: Dataverse keeps no milliseconds. Columns of dates keep midnight. */
export function normalizeDate(table: string, column: ColumnMetadata, written: string): string {
  const hasZone = /Z$|[+-]\d{2}:\d{2}$/i.test(written);
  const moment = shape.test(written) ? new Date(hasZone || written.length === 10 ? written : `${written}Z`) : undefined;
  if (!moment || Number.isNaN(moment.getTime())) throw refusals.typeMismatch(table, column.logicalName, "DateTime");
  const seconds = `${moment.toISOString().slice(0, 19)}Z`;
  if (seconds < "1753") throw refusals.dateOutOfRange(seconds);
  return isDateOnly(column) ? `${seconds.slice(0, 10)}T00:00:00Z` : seconds;
}
