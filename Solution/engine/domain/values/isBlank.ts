import type { Json } from "./Json";

/** Nothing is there, or text without a character. */
export const isBlank = (value: Json | undefined): boolean => value === undefined || value === null || value === "";
