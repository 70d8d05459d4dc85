import type { PatchOperation, PatchParse } from "./JsonPatch";

const rfcOperations = ["add", "replace", "remove", "move", "copy", "test"];

/** Reads a JSON Patch document. An empty list is a valid patch that changes nothing. */
export function parsePatch(body: unknown): PatchParse {
  if (!Array.isArray(body)) return malformed("A JSON Patch document is a list of operations.");
  const operations: PatchOperation[] = [];
  for (const [index, entry] of (body as unknown[]).entries()) {
    if (typeof entry !== "object" || entry === null) return malformed(`Operation ${index} is not an object.`);
    const { op, path, value } = entry as Record<string, unknown>;
    if (typeof op !== "string" || !rfcOperations.includes(op)) return malformed(`Operation ${index} has no known op.`);
    if (op !== "add" && op !== "replace") return { kind: "unsupported", operation: op };
    if (typeof path !== "string" || !path.startsWith("/")) return malformed(`Operation ${index} has no path.`);
    if (value === undefined) return malformed(`Operation ${index} has no value.`);
    operations.push({ op, path, value });
  }
  return { kind: "patch", operations };
}

function malformed(message: string): PatchParse {
  return { kind: "malformed", message };
}
