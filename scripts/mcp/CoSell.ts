/** An opportunity or a lead. */
export interface DealKey {
  table: "opportunity" | "lead";
  id: string;
}

/** What an agent may wish for, and a person has to approve. */
export type Change =
  | { kind: "share"; deal: DealKey }
  /** `reason` as Partner Center lists it, or in words of one's own; empty where none is needed. */
  | { kind: "accept" | "decline" | "won" | "lost"; deal: DealKey; reason: string }
  | { kind: "decide"; conflictId: string; decision: "dynamics365" | "partnerCenter" | "value"; value: string };

/** One request to Partner Center, word for word. */
export interface PlannedWrite {
  method: string;
  path: string;
  body: unknown;
}

/** What a change would write, as `cosell_PreviewChange` answers it. */
export interface Preview {
  status: string;
  findings: readonly { words: string; severity: string }[];
  writes: readonly PlannedWrite[];
  changesHere: readonly { field: string; value: unknown }[];
  /** Stands for exactly this. */
  digest: string;
}

/** Columns of a row by name, as a person reads them; values are data, whoever typed them. */
export type Row = Readonly<Record<string, unknown>>;

/** The co-sell of one environment as the signed-in user may see it. Every call rejects with an `EnvironmentProblem` in words. */
export interface CoSell {
  /** Opportunities whose topic has this text, the latest first, 25 at most; all where it is empty. */
  deals(text: string): Promise<readonly Row[]>;
  /** The deal, its solutions, open conflicts and the latest entries of its trail. */
  deal(key: DealKey): Promise<Row>;
  /** The self-test, a line a check. */
  health(): Promise<object>;
  /** Writes nothing. */
  preview(change: Change): Promise<Preview>;
  /** Writes what this digest stands for, or nothing; the connector's answer. */
  write(change: Change, digest: string): Promise<Row>;
}
