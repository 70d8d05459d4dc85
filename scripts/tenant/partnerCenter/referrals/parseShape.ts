import type { Shape, ShapeValue } from "./Shape";

export interface ShapeProblem {
  kind: "problem";
  /** JSON pointer of the value that does not fit. */
  path: string;
  words: string;
}

export interface ShapeOptions {
  /** Whether a property the shape does not name is an error or is dropped. */
  unknownProperties: "refused" | "ignored";
}

/**
 * A value that fits the shape, or the first place where it does not. Normalised: numbers sent as text become numbers, and
 * a property set to null is left out, so that equal referrals are equal values.
 */
export function parseShape<S extends Shape>(
  shape: S,
  value: unknown,
  options: ShapeOptions,
): { kind: "parsed"; value: ShapeValue<S> } | ShapeProblem {
  try {
    return { kind: "parsed", value: parse(shape, value, "", options) as ShapeValue<S> };
  } catch (error) {
    if (error instanceof Misfit) return { kind: "problem", path: error.path, words: error.message };
    throw error;
  }
}

/** Carries the first problem out of the recursion; never leaves this file. */
class Misfit extends Error {
  constructor(
    readonly path: string,
    words: string,
  ) {
    super(words);
  }
}

function parse(shape: Shape, value: unknown, path: string, options: ShapeOptions): unknown {
  switch (shape.kind) {
    case "text":
      if (typeof value !== "string") throw new Misfit(path, "must be text");
      return value;
    case "flag":
      if (typeof value !== "boolean") throw new Misfit(path, "must be true or false");
      return value;
    case "number":
      return parseNumber(value, path);
    case "instant":
      if (typeof value !== "string" || !isoInstant.test(value) || Number.isNaN(Date.parse(value)))
        throw new Misfit(path, "must be a UTC date and time");
      return value;
    case "oneOf":
      if (typeof value !== "string" || !shape.values.includes(value))
        throw new Misfit(path, `must be one of ${shape.values.join(", ")}`);
      return value;
    case "list":
      return parseList(shape, value, path, options);
    case "record":
      return parseRecord(shape.properties, value, path, options);
  }
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})$/;

/** The documented PATCH samples send `dealValue` as text, so numbers may come as text everywhere. */
function parseNumber(value: unknown, path: string): number {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof read !== "number" || !Number.isFinite(read)) throw new Misfit(path, "must be a number");
  return read;
}

function parseList(shape: Shape & { kind: "list" }, value: unknown, path: string, options: ShapeOptions): unknown[] {
  if (!Array.isArray(value)) throw new Misfit(path, "must be a list");
  if (shape.maxItems !== undefined && value.length > shape.maxItems)
    throw new Misfit(path, `may hold at most ${shape.maxItems} items`);
  return value.map((item, index) => parse(shape.of, item, `${path}/${index}`, options));
}

function parseRecord(
  properties: Readonly<Record<string, Shape>>,
  value: unknown,
  path: string,
  options: ShapeOptions,
): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misfit(path, "must be an object");
  const parsed: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (shape === undefined) {
      if (options.unknownProperties === "refused")
        throw new Misfit(`${path}/${name}`, "is not a property of a referral");
    } else if (item !== null) parsed[name] = parse(shape, item, `${path}/${name}`, options);
  }
  return parsed;
}
