import { isJsonObject, type Json } from "./Json";

/** Deep equality; the order of members does not count, and what is absent equals null. */
export const sameJson = (left: Json = null, right: Json = null): boolean => {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    const others = right as readonly Json[];
    return left.length === others.length && left.every((item: Json, place) => sameJson(item, others[place]));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => sameJson(left[name], right[name]));
};
