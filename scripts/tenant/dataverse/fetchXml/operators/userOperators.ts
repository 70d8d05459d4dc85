import { findRow } from "../../operations/findRow";
import { actingUser } from "../../operations/actingUser";
import { sql } from "../compile/SqlFragment";
import type { QueryScope } from "../compile/QueryScope";
import { andNotNull, orNull } from "./comparisons";
import type { ConditionOperator } from "./ConditionOperator";

function businessUnitOf({ store, caller }: QueryScope): string {
  const table = store.catalogue.table("systemuser");
  return String((table && findRow(store, table, actingUser(caller))?.businessunitid) ?? "");
}

const equals =
  (idOf: (scope: QueryScope) => string): ConditionOperator =>
  ({ column, scope }) =>
    andNotNull(column.text, sql(`${column.text} = ?`, idOf(scope)));

const differs =
  (idOf: (scope: QueryScope) => string): ConditionOperator =>
  ({ column, scope }) =>
    orNull(column.text, sql(`${column.text} <> ?`, idOf(scope)));

const userOf = ({ caller }: QueryScope): string => actingUser(caller);

export const userOperators: Record<string, ConditionOperator> = {
  "eq-userid": equals(userOf),
  "ne-userid": differs(userOf),
  "eq-businessid": equals(businessUnitOf),
  "ne-businessid": differs(businessUnitOf),
};
