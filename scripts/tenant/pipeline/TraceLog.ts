import type { Transactions } from "../dataverse/Transactions";
import type { PluginInvocation, PluginOutcome } from "../sandboxWorker/PluginRunner";
import type { PlainRow, SystemRows } from "../solution/rows/SystemRows";

export interface TracedRun {
  invocation: PluginInvocation;
  outcome: PluginOutcome;
  startedOn: Date;
  endedOn: Date;
  stepId?: string;
}

function exceptionDetails(outcome: PluginOutcome): string | null {
  if (outcome.kind === "faulted") return `${outcome.message} (${outcome.code})`;
  return outcome.kind === "timedOut" ? "The plug-in ran past its time limit and its worker was killed." : null;
}

function toRow({ invocation, outcome, startedOn, endedOn, stepId }: TracedRun): PlainRow {
  return {
    typename: invocation.typeName,
    messagename: invocation.messageName,
    primaryentity: invocation.primaryEntityName,
    operationtype: 1,
    mode: invocation.mode === "asynchronous" ? 1 : 0,
    depth: invocation.depth,
    correlationid: invocation.correlationId,
    requestid: invocation.requestId,
    pluginstepid: stepId,
    performanceexecutionstarttime: startedOn.toISOString(),
    performanceexecutionduration: endedOn.getTime() - startedOn.getTime(),
    messageblock: outcome.trace.join("\n") || null,
    exceptiondetails: exceptionDetails(outcome),
  };
}

/** Writes plugintracelog rows. They survive the transaction they speak of: they are written once it has ended, however it ended. */
export class TraceLog {
  readonly #rows: SystemRows;
  readonly #transactions: Transactions;
  readonly #pending = new Set<Promise<void>>();

  constructor(rows: SystemRows, transactions: Transactions) {
    this.#rows = rows;
    this.#transactions = transactions;
  }

  write(run: TracedRun): void {
    const held: Promise<void> = new Promise<void>((resolve) => this.#place(toRow(run), resolve)).finally(() =>
      this.#pending.delete(held),
    );
    this.#pending.add(held);
  }

  /** Resolves once everything traced so far is in its table. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Waits for the end of every transaction around, as a part of one may be rolled back and the rest go on. */
  #place(row: PlainRow, done: () => void): void {
    const scope = this.#transactions.current();
    if (!scope) {
      this.#rows.create("plugintracelog", row).then(done, done);
      return;
    }
    const again = (): void => this.#place(row, done);
    scope.afterCommit(again);
    scope.afterRollback(again);
  }
}
