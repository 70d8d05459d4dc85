import { isJsonObject, type Json } from "./Json";

/** Deep equality; the order of members does not count, an absent member equals null. */
export const sameJson = (left: Json, right: Json): boolean => {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    const others = right as readonly Json[];
    return left.length === others.length && left.every((item: Json, place) => sameJson(item, others[place] ?? null));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => sameJson(left[name] ?? null, right[name] ?? null));
};
