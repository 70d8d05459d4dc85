export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export type JsonObject = Record<string, Json>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
