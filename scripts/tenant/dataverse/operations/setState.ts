import type { ColumnMetadata, TableMetadata } from "../metadata";
import { refusals } from "../refusals";
import type { Value } from "../values";
import type { RowValues } from "./RowValues";

const optionOf = (value: Value | undefined): number | undefined =>
  typeof value === "object" && value?.$t === "opt" ? value.v : undefined;

/** Makes state and status fit: a state alone takes its first status, a status must belong to the state. */
export function setState(table: TableMetadata, values: RowValues, currentState: number | undefined): void {
  const find = (type: ColumnMetadata["type"]) => table.columns.find((column) => column.type === type);
  const stateColumn = find("state");
  const statusColumn = find("status");
  if (!stateColumn || !statusColumn) return;
  const state = optionOf(values.get(stateColumn.logicalName));
  const status = optionOf(values.get(statusColumn.logicalName));
  if (state === undefined && status === undefined) return;

  const target = state ?? currentState;
  const options = statusColumn.options ?? [];
  if (status !== undefined) {
    const isFitting = options.some((option) => option.value === status && (option.state ?? target) === target);
    const label = stateColumn.options?.find((option) => option.value === target)?.label ?? String(target);
    if (!isFitting) throw refusals.statusNotOfState(table.logicalName, status, label);
    return;
  }
  const first = options.find((option) => option.state === target);
  if (first) values.set(statusColumn.logicalName, { $t: "opt", v: first.value });
}
