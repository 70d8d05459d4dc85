import type { OrganizationService } from "../dataverse/OrganizationService";
import type { EntityValue } from "../dataverse/values";
import { systemCaller } from "../solution/rows/systemCaller";
import type { JobQueue } from "./JobQueue";
import type { Operation, StepImages } from "./Operation";
import { outcomeRefusal } from "./outcomeRefusal";
import type { RegisteredStep } from "./Registrations";
import { type PluginHost, runPlugin } from "./runPlugin";
import { toInvocation } from "./toInvocation";

/** Rows before an operation by step id and alias. */
export type ImagesByStep = Map<string, Record<string, EntityValue>>;

/** True for steps an operation sets off: updates may be filtered by the columns they write. */
export function isTriggered(step: RegisteredStep, { changedColumns }: Operation): boolean {
  if (!changedColumns || step.filteringColumns.length === 0) return true;
  return step.filteringColumns.some((column) => changedColumns.includes(column));
}

/** Runs the steps of one operation, stage by stage. */
export class StepRunner {
  readonly #host: PluginHost;
  /** What plug-ins call: the pipeline itself. */
  readonly #service: OrganizationService;
  /** What images are read with: rows as they are, whoever may see them. */
  readonly #core: OrganizationService;
  readonly #jobs: JobQueue;

  constructor(host: PluginHost, service: OrganizationService, core: OrganizationService, jobs: JobQueue) {
    this.#host = host;
    this.#service = service;
    this.#core = core;
    this.#jobs = jobs;
  }

  /** Reads the rows that steps want to see as they were. */
  async readImagesBefore(operation: Operation, steps: readonly RegisteredStep[]): Promise<ImagesByStep> {
    return this.#readImages(operation, steps, "isBefore");
  }

  async runStage(
    operation: Operation,
    steps: readonly RegisteredStep[],
    stage: RegisteredStep["stage"],
    before: ImagesByStep,
  ): Promise<void> {
    for (const step of steps.filter((each) => each.stage === stage && !each.isAsynchronous)) {
      const after =
        stage === 40
          ? await this.#readImages(operation, [step], "isAfter")
          : new Map<string, Record<string, EntityValue>>();
      const images = imagesOf(step, before, after);
      const isInTransaction = this.#host.transactions.current() !== undefined;
      const place = { type: step.type, stage, mode: "synchronous" as const, isInTransaction, images };
      const invocation = toInvocation(
        operation,
        step.configuration === undefined ? place : { ...place, configuration: step.configuration },
      );
      const outcome = await runPlugin(this.#host, invocation, this.#service, step.id);
      if (outcome.kind !== "completed") throw outcomeRefusal(outcome, step.type.typeName);
    }
  }

  /** Leaves a job for each asynchronous step, in the transaction of the operation. */
  async enqueue(operation: Operation, steps: readonly RegisteredStep[], before: ImagesByStep): Promise<void> {
    for (const step of steps.filter((each) => each.isAsynchronous)) {
      const after = await this.#readImages(operation, [step], "isAfter");
      await this.#jobs.add(operation, step, imagesOf(step, before, after));
    }
  }

  async #readImages(
    operation: Operation,
    steps: readonly RegisteredStep[],
    kind: "isBefore" | "isAfter",
  ): Promise<ImagesByStep> {
    const images: ImagesByStep = new Map();
    const { rowId, table } = operation;
    if (rowId === null) return images;
    for (const step of steps) {
      const rows: Record<string, EntityValue> = {};
      for (const image of step.images.filter((each) => each[kind])) {
        const columns = image.columns.length > 0 ? image.columns : "all";
        rows[image.alias] = await this.#core.retrieve(
          table,
          rowId,
          columns,
          systemCaller(operation.caller.correlationId),
        );
      }
      images.set(step.id, rows);
    }
    return images;
  }
}

const imagesOf = (step: RegisteredStep, before: ImagesByStep, after: ImagesByStep): StepImages => ({
  before: before.get(step.id) ?? {},
  after: after.get(step.id) ?? {},
});
