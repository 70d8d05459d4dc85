import type { Right, Shape } from "./documented/Example";
import type { Check } from "./FidelityEntry";
import type { Seen } from "./FidelityTarget";

export type Judgement = { kind: "right" | "refused" } | { kind: "wrong"; why: string };

/** Whether an answer is what the documentation shows, a refusal that names what is missing, or neither. */
export function judge({ right, refused }: Pick<Check, "right" | "refused">, seen: Seen): Judgement {
  if (refused !== undefined) {
    const isNamed = seen.status === 501 && seen.text.toLowerCase().includes(refused.toLowerCase());
    return isNamed ? { kind: "refused" } : { kind: "wrong", why: `does not refuse '${refused}' by name` };
  }
  const why = right ? misses(right, seen) : "says nothing of its answer";
  return why === undefined ? { kind: "right" } : { kind: "wrong", why };
}

function misses({ status = 200, json, text, headers = {}, letters }: Right, seen: Seen): string | undefined {
  if (seen.status !== status) return `status ${status} was expected`;
  if (json !== undefined && !fits(seen.json, json)) return `the body lacks ${JSON.stringify(json, patternText)}`;
  if (text !== undefined && !fits(seen.text.trim(), text)) return `the body is not ${String(text)}`;
  const missing = Object.entries(headers).find(([name, value]) => !fits(seen.headers.get(name), value));
  if (missing) return `the header ${missing[0]} is not ${String(missing[1])}`;
  if (letters !== undefined && lettersOf(seen.json) !== letters)
    return `rows ${lettersOf(seen.json)} came, not ${letters}`;
  return undefined;
}

const patternText = (_: string, value: unknown): unknown => (value instanceof RegExp ? String(value) : value);

function lettersOf(json: unknown): string {
  const { value } = json as { value?: { name?: string }[] };
  return (value ?? [])
    .map(({ name = "?" }) => name.charAt(0))
    .sort()
    .join("");
}

function fits(actual: unknown, shape: Shape): boolean {
  if (shape instanceof RegExp) return isPlain(actual) && shape.test(String(actual));
  if (typeof shape !== "object" || shape === null) return actual === shape;
  if (Array.isArray(shape)) {
    const all = shape as readonly Shape[];
    return (
      Array.isArray(actual) && actual.length === all.length && all.every((each, index) => fits(actual[index], each))
    );
  }
  if (typeof actual !== "object" || actual === null) return false;
  return Object.entries(shape).every(([name, each]) => fits((actual as Record<string, unknown>)[name], each));
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);
