import type { Comparison, Filter, Literal } from "./Filter";

/** Whether a resource passes the filter. `null` equals only null; an order comparison with null is false, as in OData. */
export function matchesFilter(
  filter: Filter,
  resource: unknown,
  variables: Readonly<Record<string, unknown>> = {},
): boolean {
  switch (filter.kind) {
    case "and":
      return matchesFilter(filter.left, resource, variables) && matchesFilter(filter.right, resource, variables);
    case "or":
      return matchesFilter(filter.left, resource, variables) || matchesFilter(filter.right, resource, variables);
    case "not":
      return !matchesFilter(filter.of, resource, variables);
    case "any": {
      const items = read(filter.path, resource, variables);
      if (!Array.isArray(items)) return false;
      return items.some((item) =>
        matchesFilter(filter.of, resource, { ...variables, [filter.variable]: item as unknown }),
      );
    }
    case "compare":
      return compare(read(filter.path, resource, variables), filter.operator, filter.literal);
  }
}

function read(path: readonly string[], resource: unknown, variables: Readonly<Record<string, unknown>>): unknown {
  const [first = "", ...rest] = path;
  const [start, steps] = Object.hasOwn(variables, first) ? [variables[first], rest] : [resource, path];
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : null,
    start,
  );
}

function compare(actual: unknown, operator: Comparison, literal: Literal): boolean {
  const order = orderOf(actual ?? null, literal);
  switch (operator) {
    case "eq":
      return order === 0;
    case "ne":
      return order !== 0;
    case "gt":
      return order !== null && order > 0;
    case "ge":
      return order !== null && order >= 0 && literal.value !== null;
    case "lt":
      return order !== null && order < 0;
    case "le":
      return order !== null && order <= 0 && literal.value !== null;
  }
}

/** Below, at or above 0; null when the two cannot be ordered: one is null, or their types differ. */
function orderOf(actual: unknown, { written, value }: Literal): number | null {
  if (actual === null || value === null) return actual === value ? 0 : null;
  const [left, right] = [comparable(actual, written), comparable(value, written)];
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : Number(left > right);
  return left === right ? 0 : null;
}

/** Instants compare as times, GUIDs without regard to case, everything else as it is. */
function comparable(value: unknown, written: Literal["written"]): unknown {
  if (typeof value !== "string") return value;
  if (written === "instant") return Date.parse(value);
  return guid.test(value) ? value.toLowerCase() : value;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
