import { isBlank } from "./isBlank";
import type { Json } from "./Json";

/** What a field holds that nobody has filled. */
export const isEmptyJson = (value: Json): boolean =>
  isBlank(value) || value === false || (Array.isArray(value) && value.length === 0);
