import { faultKinds, faultOperations, type Fault, type FaultKind, type FaultOperation } from "../faults/Fault";
import { readCount } from "./readCount";

const maxMs = 10 * 60 * 1000;

/** A fault from the fields of a control, or the words of a refusal. Numbers may come as text, since forms send text. */
export function parseFault(fields: Readonly<Record<string, unknown>>, id: string): Fault | string {
  const { operation = "any", kind, retryAfterSeconds, ms = 0, times = 1, code = null, ...rest } = fields;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return `A fault has no '${unknown}'.`;
  if (!isOperation(operation)) return `operation must be one of ${faultOperations.join(", ")}.`;
  const namedKind = faultKinds.find((known) => String(known) === String(kind));
  if (namedKind === undefined) return `kind must be one of ${faultKinds.join(", ")}.`;
  const numbers = { times: readCount(times), ms: readCount(ms), retryAfterSeconds: readCount(retryAfterSeconds ?? 0) };
  const { times: count, ms: waitMs, retryAfterSeconds: seconds } = numbers;
  if (count === null || count < 1) return "times must be a whole number from 1.";
  if (waitMs === null || waitMs > maxMs) return `ms must be a whole number up to ${maxMs}.`;
  if (code !== null && typeof code !== "string") return "code must be text.";
  if (seconds === null) return "retryAfterSeconds must be a whole number.";
  const retryAfter =
    retryAfterSeconds === undefined || retryAfterSeconds === "" ? defaultRetryAfter(namedKind) : seconds;
  return {
    id,
    operation,
    kind: namedKind,
    retryAfterSeconds: retryAfter,
    ms: waitMs,
    times: count,
    code: code || null,
  };
}

function isOperation(value: unknown): value is FaultOperation {
  return (faultOperations as readonly unknown[]).includes(value);
}

/** A throttled caller is always told when to come back; a broken service seldom knows. */
function defaultRetryAfter(kind: FaultKind): number | null {
  return kind === 429 ? 1 : null;
}
