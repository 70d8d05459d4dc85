import type { Value } from "../dataverse/values";

/** What the tenant says to the worker process; one line of JSON each. */
export type ToWorker =
  | { is: "load"; key: string; bytes: string }
  | { is: "run"; run: number; assembly: string; typeName: string; configuration: string | null; context: object }
  | ({ is: "answer"; call: number } & CallAnswer);

/** What the worker process says to the tenant. */
export type FromWorker =
  | { is: "ready"; runtime: string }
  | ({ is: "call"; run: number; call: number } & OrganizationCall)
  | { is: "trace"; run: number; text: string }
  | ({ is: "done"; run: number } & RunOutcome);

/** A request of a plug-in to its organization service; `userId` null is SYSTEM. */
export type OrganizationCall =
  | { op: "create"; args: { userId: string | null; entity: Extract<Value, { $t: "entity" }> } }
  | { op: "retrieve"; args: { userId: string | null; table: string; id: string; columns: string[] | "all" } }
  | { op: "update"; args: { userId: string | null; entity: Extract<Value, { $t: "entity" }>; ifMatch?: string } }
  | { op: "delete"; args: { userId: string | null; table: string; id: string } }
  | { op: "fetch"; args: { userId: string | null; fetchXml: string } }
  | { op: "execute"; args: { userId: string | null; message: string; parameters: Record<string, Value> } };

export type CallAnswer = { ok: true; value: unknown } | { ok: false; code: string; message: string };

export type RunOutcome =
  | { kind: "completed"; outputParameters: Record<string, Value> }
  | { kind: "faulted"; code: string; message: string; retry: boolean };
