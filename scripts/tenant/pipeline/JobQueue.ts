import type { Transactions } from "../dataverse/Transactions";
import { systemCaller } from "../solution/rows/systemCaller";
import type { SystemRows } from "../solution/rows/SystemRows";
import type { Operation, StepImages } from "./Operation";
import type { RegisteredStep } from "./Registrations";

/** What a system job remembers of the operation it follows. */
export interface JobData {
  stepId: string;
  operation: Operation;
  images: StepImages;
}

/** A system job that runs no plug-in step. */
export interface PlatformJobRequest {
  name: string;
  /** Value of asyncoperation.operationtype, which says who runs it. */
  operationType: number;
  message: string;
  /** What the one who runs it needs to know, as JSON. */
  data: string;
  /** systemuser id. */
  ownerId: string;
}

/** Writes system jobs in the transaction of the operation they follow, and says when there are new ones. */
export class JobQueue {
  readonly #rows: SystemRows;
  readonly #transactions: Transactions;
  readonly #onNewJob: () => void;

  constructor(rows: SystemRows, transactions: Transactions, onNewJob: () => void) {
    this.#rows = rows;
    this.#transactions = transactions;
    this.#onNewJob = onNewJob;
  }

  async add(operation: Operation, step: RegisteredStep, images: StepImages): Promise<void> {
    const { caller, message, table, rowId } = operation;
    const data: JobData = { stepId: step.id, operation, images };
    await this.#rows.create("asyncoperation", {
      name: step.name.slice(0, 256),
      operationtype: 1,
      messagename: message,
      primaryentitytype: table,
      regardingobjectid: rowId,
      correlationid: caller.correlationId,
      depth: caller.depth,
      retrycount: 0,
      data: JSON.stringify(data),
      owningextensionid: step.id,
      ownerid: { table: "systemuser", id: caller.userId ?? systemCaller().initiatingUserId },
    });
    this.#announce();
  }

  /** Leaves work of the platform itself; answers the id of its system job. */
  async addPlatformJob({ name, operationType, message, data, ownerId }: PlatformJobRequest): Promise<string> {
    const id = await this.#rows.create("asyncoperation", {
      name: name.slice(0, 256),
      operationtype: operationType,
      messagename: message,
      retrycount: 0,
      data,
      ownerid: { table: "systemuser", id: ownerId },
    });
    this.#announce();
    return id;
  }

  #announce(): void {
    const scope = this.#transactions.current();
    if (scope) scope.afterCommit(this.#onNewJob);
    else this.#onNewJob();
  }
}
