/** The two operations the Referrals API supports, of the six in RFC 6902. */
export interface PatchOperation {
  op: "add" | "replace";
  /** JSON pointer, RFC 6901. */
  path: string;
  value: unknown;
}

export type PatchParse =
  | { kind: "patch"; operations: PatchOperation[] }
  | { kind: "malformed"; message: string }
  | { kind: "unsupported"; operation: string };

export type PatchOutcome = { kind: "patched"; document: unknown } | { kind: "failed"; path: string; message: string };
