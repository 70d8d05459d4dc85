import type { Reply, Row, SetupClient } from "../../../WebResources/SetupPage/SetupClient";

type Asked =
  | { kind: "call"; name: string; parameters: Row }
  | { kind: "rows"; name: string; query: string }
  | { kind: "create"; name: string; row: Row }
  | { kind: "update"; name: string; id: string; row: Row };

/** Answers requests from lists a test fills, and notes what was asked. */
export class FakeSetupClient implements SetupClient {
  readonly asked: Asked[] = [];
  /** Answers of custom APIs by name, the first one first; the last one stays. */
  readonly answers: Record<string, Reply<Row>[]> = {};
  /** Rows by entity set. */
  readonly tables: Record<string, readonly Row[]> = {};
  /** Requests to these names fail so. */
  readonly failures: Record<string, string> = {};

  call(name: string, parameters: Row): Promise<Reply<Row>> {
    this.asked.push({ kind: "call", name, parameters });
    const own = this.answers[name] ?? [];
    const next = own.length > 1 ? own.shift() : own[0];
    return Promise.resolve(this.failureOf(name) ?? next ?? { kind: "done", value: {} });
  }

  rows(name: string, query: string): Promise<Reply<readonly Row[]>> {
    this.asked.push({ kind: "rows", name, query });
    return Promise.resolve(this.failureOf(name) ?? { kind: "done", value: this.tables[name] ?? [] });
  }

  create(name: string, row: Row): Promise<Reply<null>> {
    this.asked.push({ kind: "create", name, row });
    return Promise.resolve(this.failureOf(name) ?? { kind: "done", value: null });
  }

  update(name: string, id: string, row: Row): Promise<Reply<null>> {
    this.asked.push({ kind: "update", name, id, row });
    return Promise.resolve(this.failureOf(name) ?? { kind: "done", value: null });
  }

  private failureOf(name: string): Reply<never> | undefined {
    const words = this.failures[name];
    return words === undefined ? undefined : { kind: "failed", words };
  }
}
