import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readSteps, readTables } from "../dataverse/readTables";
import { bundleWorker } from "./bundle";
import type { Batch, BatchResult, WorkerParts } from "./worker";

interface Job {
  batch: Batch;
  resolve: (result: BatchResult) => void;
  reject: (error: Error) => void;
}

/** Room for the rows of many seeds before the short-lived ones are collected. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/** Plays batches of seeds in threads of their own. */
export class WorkerPool {
  private readonly idle: Worker[] = [];
  private readonly jobs: Job[] = [];
  private readonly workers: Worker[] = [];

  static async open(root: string, size = Math.max(2, availableParallelism())): Promise<WorkerPool> {
    const parts: WorkerParts = { tables: readTables(root), steps: readSteps(root) };
    return new WorkerPool(await bundleWorker(), parts, size);
  }

  private constructor(
    code: string,
    parts: WorkerParts,
    /** How many batches are played at once. */
    readonly size: number,
  ) {
    for (let count = 0; count < size; count += 1) {
      const worker = new Worker(code, { eval: true, workerData: parts, resourceLimits });
      this.workers.push(worker);
      this.idle.push(worker);
    }
  }

  play(batch: Batch): Promise<BatchResult> {
    return new Promise((resolve, reject) => {
      this.jobs.push({ batch, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private next(): void {
    const worker = this.jobs.length > 0 ? this.idle.pop() : undefined;
    const job = worker === undefined ? undefined : this.jobs.shift();
    if (worker === undefined || job === undefined) return;
    const settle = (action: () => void): void => {
      worker.removeAllListeners("message");
      worker.removeAllListeners("error");
      action();
    };
    worker.once("message", (result: BatchResult) =>
      settle(() => {
        this.idle.push(worker);
        job.resolve(result);
        this.next();
      }),
    );
    worker.once("error", (error) => settle(() => job.reject(error)));
    worker.postMessage(job.batch);
  }
}
