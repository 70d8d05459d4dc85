import type { PatchOperation, PatchOutcome } from "./JsonPatch";
import { parsePointer } from "./parsePointer";

/**
 * Applies all operations or none; the given document is never changed.
 * Differs from RFC 6902 in one point: `replace` may set an object member that is absent. The service patches a typed
 * resource, where every property exists even while it is null.
 */
export function applyPatch(document: unknown, operations: readonly PatchOperation[]): PatchOutcome {
  let current = document;
  for (const operation of operations) {
    const outcome = applyAt(current, parsePointer(operation.path), operation);
    if (outcome.kind === "failed") return outcome;
    current = outcome.document;
  }
  return { kind: "patched", document: current };
}

function applyAt(target: unknown, steps: readonly string[], operation: PatchOperation): PatchOutcome {
  const [step, ...rest] = steps;
  if (step === undefined) return { kind: "patched", document: operation.value };
  if (Array.isArray(target)) return applyInList(target as unknown[], step, rest, operation);
  if (typeof target === "object" && target !== null) return applyInObject(target, step, rest, operation);
  return fail(operation, "leads through a value that has no parts");
}

function applyInObject(target: object, step: string, rest: readonly string[], operation: PatchOperation): PatchOutcome {
  const member: unknown = Object.hasOwn(target, step) ? (target as Record<string, unknown>)[step] : undefined;
  if (rest.length > 0 && member === undefined) return fail(operation, `leads through '${step}', which is absent`);
  const outcome = applyAt(member, rest, operation);
  if (outcome.kind === "failed") return outcome;
  // A map and entries, not an assignment: a member may be called __proto__.
  const members = new Map<string, unknown>(Object.entries(target)).set(step, outcome.document);
  return { kind: "patched", document: Object.fromEntries(members) };
}

function applyInList(
  target: readonly unknown[],
  step: string,
  rest: readonly string[],
  operation: PatchOperation,
): PatchOutcome {
  const inserts = operation.op === "add" && rest.length === 0;
  if (inserts && step === "-") return { kind: "patched", document: [...target, operation.value] };
  if (!/^(0|[1-9]\d*)$/.test(step)) return fail(operation, `names no place in a list with '${step}'`);
  const index = Number(step);
  if (index >= target.length + (inserts ? 1 : 0)) return fail(operation, `points past the end of a list`);
  const [head, tail] = [target.slice(0, index), target.slice(inserts ? index : index + 1)];
  if (inserts) return { kind: "patched", document: [...head, operation.value, ...tail] };
  const outcome = applyAt(target[index], rest, operation);
  return outcome.kind === "failed" ? outcome : { kind: "patched", document: [...head, outcome.document, ...tail] };
}

function fail({ path }: PatchOperation, words: string): PatchOutcome {
  return { kind: "failed", path, message: `${path} ${words}.` };
}
