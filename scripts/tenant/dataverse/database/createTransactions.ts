import { AsyncLocalStorage } from "node:async_hooks";
import type { TransactionOptions, Transactions, TransactionScope } from "../Transactions";
import { FairLock } from "./FairLock";
import { Scope } from "./Scope";
import type { SqlDatabase } from "./SqlDatabase";

/** Statements around a transaction; a part of one is a savepoint named for its depth. */
function statementsFor(depth: number): { begin: string; commit: string; rollback: string } {
  if (depth === 0) return { begin: "BEGIN IMMEDIATE", commit: "COMMIT", rollback: "ROLLBACK" };
  const name = `scope${depth}`;
  return { begin: `SAVEPOINT ${name}`, commit: `RELEASE ${name}`, rollback: `ROLLBACK TO ${name}; RELEASE ${name}` };
}

/** Transactions over one SQLite connection. */
export function createTransactions(database: SqlDatabase): Transactions {
  const context = new AsyncLocalStorage<Scope>();
  const line = new FairLock();
  const enter = <T>(scope: Scope, work: () => Promise<T>): Promise<T> => context.run(scope, work);

  /** Work left over from a transaction that has ended runs outside of it, like any other. */
  const current = (): Scope | undefined => {
    const scope = context.getStore();
    return scope?.isOpen === true ? scope : undefined;
  };

  async function runIn<T>(scope: Scope, work: (scope: TransactionScope) => Promise<T>): Promise<T> {
    const { begin, commit, rollback } = statementsFor(scope.depth);
    database.execute(begin);
    try {
      const result = await context.run(scope, () => work(scope));
      scope.refuseWhenLost();
      scope.isOpen = false;
      database.execute(commit);
      scope.parent?.commitActions.push(...scope.commitActions);
      scope.parent?.rollbackActions.push(...scope.rollbackActions);
      return result;
    } catch (error) {
      scope.isOpen = false;
      database.execute(rollback);
      scope.parent?.noteFailure();
      for (const action of scope.rollbackActions) action();
      throw error;
    }
  }

  async function inTransaction<T>(
    work: (scope: TransactionScope) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const parent = current();
    const scope = new Scope(parent, parent ? parent.depth + 1 : 0, options, enter);
    const run = () => {
      parent?.refuseWhenOver();
      return runIn(scope, work);
    };
    const result = await (parent?.lock ?? line).run(run);
    if (!parent) for (const action of scope.commitActions) context.exit(action);
    return result;
  }

  async function reading<T>(work: () => T): Promise<T> {
    const scope = current();
    scope?.refuseWhenOver();
    return (scope?.lock ?? line).run(async () => work());
  }

  return { inTransaction, reading, current };
}
