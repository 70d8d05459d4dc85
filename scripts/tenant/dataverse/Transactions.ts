import type { OrganizationService } from "./OrganizationService";

export interface TransactionOptions {
  /**
   * What a failed write inside means for the rest. `continue`: only that write is undone. `end`: the whole transaction
   * is lost, as in Dataverse when a plug-in catches an error of the organization service and goes on: every later call
   * fails with 0x80040251, and so does the end of the work.
   * @default "continue"
   */
  afterFailure?: "continue" | "end";
}

/** One open transaction, or an open part of one. */
export interface TransactionScope {
  readonly isOpen: boolean;
  /**
   * Runs work as part of this transaction although it comes from elsewhere, such as the pipe of a plug-in worker.
   * Throws when the transaction is over.
   */
  enter<T>(work: () => Promise<T>): Promise<T>;
  /** The same service, every call of which is part of this transaction. */
  bind(service: OrganizationService): OrganizationService;
  /** Called once the outermost transaction is committed, outside of it. */
  afterCommit(action: () => void): void;
  /** Called when this scope, or one around it, is rolled back. */
  afterRollback(action: () => void): void;
}

/**
 * One writer at a time. Whoever comes from outside waits in line until the open transaction ends, readers too: there is
 * one connection, and nobody may see what is not committed (unlike Azure SQL, whose readers see the last commit).
 * Work that runs inside (by async context, or by `enter` and `bind`) never waits for itself.
 */
export interface Transactions {
  /**
   * Runs work in a transaction: committed when it resolves, rolled back when it rejects. Inside another transaction it is
   * a savepoint of that one; such parts of one transaction run one after another.
   */
  inTransaction<T>(work: (scope: TransactionScope) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Runs work that only reads, in its turn. */
  reading<T>(work: () => T): Promise<T>;
  /** The open transaction the caller runs in. */
  current(): TransactionScope | undefined;
}
