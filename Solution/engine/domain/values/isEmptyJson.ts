import type { Json } from "./Json";

/** What a field holds that nobody has filled. */
export const isEmptyJson = (value: Json): boolean =>
  value === null || value === "" || value === false || (Array.isArray(value) && value.length === 0);
