import type { ColumnMetadata, TableMetadata } from "../metadata";
import { refusals } from "../refusals";
import type { Value } from "../values";
import type { RowValues } from "./RowValues";

const optionOf = (value: Value | undefined): number | undefined =>
  typeof value === "object" && value?.$t === "opt" ? value.v : undefined;

/**
 * Makes state and status fit: a state alone takes its first status, a status must belong to the state. `currentState` is
 * undefined for a new row.
 */
export function setState(table: TableMetadata, values: RowValues, currentState: number | undefined): void {
  const find = (type: ColumnMetadata["type"]) => table.columns.find((column) => column.type === type);
  const stateColumn = find("state");
  const statusColumn = find("status");
  if (!stateColumn || !statusColumn) return;
  const isNew = currentState === undefined;
  const given = optionOf(values.get(stateColumn.logicalName));
  const status = optionOf(values.get(statusColumn.logicalName));
  if (given === undefined && status === undefined && !isNew) return;

  const options = statusColumn.options ?? [];
  // A new row is active unless its creator says otherwise; a status alone says which state it belongs to.
  const ofStatus = options.find((option) => option.value === status)?.state;
  const state = given ?? (isNew ? (ofStatus ?? stateColumn.options?.[0]?.value) : undefined);
  if (given === undefined && isNew && state !== undefined) values.set(stateColumn.logicalName, { $t: "opt", v: state });

  const target = state ?? currentState;
  if (status !== undefined) {
    const isFitting = options.some((option) => option.value === status && (option.state ?? target) === target);
    const label = stateColumn.options?.find((option) => option.value === target)?.label ?? String(target);
    if (!isFitting) throw refusals.statusNotOfState(table.logicalName, status, label);
    return;
  }
  const first = options.find((option) => option.state === target);
  if (first) values.set(statusColumn.logicalName, { $t: "opt", v: first.value });
}
