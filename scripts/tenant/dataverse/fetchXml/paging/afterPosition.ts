import type { SqlValue } from "../../database/SqlDatabase";
import type { CompiledOrder } from "../compile/compileOrder";
import { joinSql, sql, wrapSql, type SqlFragment } from "../compile/SqlFragment";

/** Nulls sort before every value. */
function isPast({ key, isDescending }: CompiledOrder, last: SqlValue): SqlFragment {
  if (last === null) return isDescending ? sql("0") : wrapSql("", key, " IS NOT NULL");
  const beyond = wrapSql("", key, isDescending ? " < ?" : " > ?");
  const compared: SqlFragment = { text: beyond.text, values: [...beyond.values, last] };
  return isDescending ? joinSql([wrapSql("(", key, " IS NULL"), wrapSql("", compared, ")")], " OR ") : compared;
}

function isSame({ key }: CompiledOrder, last: SqlValue): SqlFragment {
  return { text: `${key.text} IS ?`, values: [...key.values, last] };
}

/** True for rows that come after the one with these sort keys: later in the first key, or equal there and later in the next. */
export function afterPosition(orders: readonly CompiledOrder[], last: readonly SqlValue[]): SqlFragment {
  const cases = orders.map((order, index) => {
    const before = orders.slice(0, index).map((each, at) => isSame(each, last[at] ?? null));
    return wrapSql("(", joinSql([...before, isPast(order, last[index] ?? null)], " AND "), ")");
  });
  return wrapSql("(", joinSql(cases, " OR "), ")");
}
