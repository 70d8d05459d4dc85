import { DataverseError, type OrganizationService } from "../OrganizationService";
import { bindService } from "./bindService";
import { FairLock } from "./FairLock";
import type { TransactionOptions, TransactionScope } from "../Transactions";

type Enter = <T>(scope: Scope, work: () => Promise<T>) => Promise<T>;

/** What `createTransactions` knows of an open transaction or savepoint. */
export class Scope implements TransactionScope {
  isOpen = true;
  readonly lock = new FairLock();
  readonly commitActions: (() => void)[] = [];
  readonly rollbackActions: (() => void)[] = [];
  private isLost = false;

  constructor(
    readonly parent: Scope | undefined,
    readonly depth: number,
    private readonly options: TransactionOptions,
    private readonly enterContext: Enter,
  ) {}

  async enter<T>(work: () => Promise<T>): Promise<T> {
    this.refuseWhenOver();
    return this.enterContext(this, work);
  }

  bind(service: OrganizationService): OrganizationService {
    return bindService(service, this);
  }

  afterCommit(action: () => void): void {
    this.commitActions.push(action);
  }

  afterRollback(action: () => void): void {
    this.rollbackActions.push(action);
  }

  /** A write inside failed: the outermost scope that asked for it is lost with all that follows. */
  noteFailure(): void {
    this.parent?.noteFailure();
    if (this.options.afterFailure === "end") this.isLost = true;
  }

  refuseWhenOver(): void {
    if (!this.isOpen || this.hasLost()) throw noActiveTransaction();
  }

  /** For the moment of commit: an error that was caught inside must not be forgotten. */
  refuseWhenLost(): void {
    if (this.isLost) throw transactionCountReduced();
  }

  private hasLost(): boolean {
    return this.isLost || (this.parent?.hasLost() ?? false);
  }
}

const noActiveTransaction = () =>
  new DataverseError(
    "0x80040251",
    "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and continue processing.",
    400,
  );

const transactionCountReduced = () =>
  new DataverseError(
    "0x8009000c",
    "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing.",
    400,
  );
