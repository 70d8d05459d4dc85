import { randomUUID } from "node:crypto";
import type { Caller } from "../dataverse/OrganizationService";
import type { Operation } from "./Operation";
import type { PluginRegistry } from "./PluginRegistry";
import { pipelineRefusals } from "./pipelineRefusals";
import type { RegisteredStep } from "./Registrations";
import type { PluginHost } from "./runPlugin";
import { type StepRunner, isTriggered } from "./StepRunner";

export interface OperationParts {
  registry: PluginRegistry;
  host: PluginHost;
  steps: StepRunner;
}

/** An operation as its caller states it. */
export type StatedOperation = Omit<Operation, "operationId" | "createdOn">;

/** The work in the middle of the pipeline, and the row it is about once it is done. */
export interface MainOperation<T> {
  run: () => Promise<T>;
  rowIdOf: (result: T) => string | null;
}

/** Messages from deeper inside plug-ins are taken for an endless loop. */
const maxDepth = 8;

export function refuseEndlessLoop({ depth }: Caller): void {
  if (depth > maxDepth) throw pipelineRefusals.depthTooHigh();
}

async function runStages<T>(
  operation: Operation,
  registered: readonly RegisteredStep[],
  main: MainOperation<T>,
  { host, steps }: OperationParts,
): Promise<T> {
  await steps.runStage(operation, registered, 10, new Map());
  return host.transactions.inTransaction(
    async () => {
      const before = await steps.readImagesBefore(operation, registered);
      await steps.runStage(operation, registered, 20, before);
      const result = await main.run();
      const finished = { ...operation, rowId: main.rowIdOf(result) };
      await steps.runStage(finished, registered, 40, before);
      await steps.enqueue(finished, registered, before);
      return result;
    },
    { afterFailure: "end" },
  );
}

/**
 * Runs an operation through the event pipeline: stage 10 before the transaction, 20, the operation itself and 40 inside it,
 * with a system job for each asynchronous step.
 */
export async function runOperation<T>(
  stated: StatedOperation,
  main: MainOperation<T>,
  parts: OperationParts,
): Promise<T> {
  refuseEndlessLoop(stated.caller);
  const operation: Operation = { ...stated, operationId: randomUUID(), createdOn: parts.host.clock().toISOString() };
  const registered = (await parts.registry.current()).steps(stated.message, stated.table);
  const triggered = registered.filter((step) => isTriggered(step, operation));
  const result = triggered.length === 0 ? await main.run() : await runStages(operation, triggered, main, parts);
  parts.registry.noteWrite(stated.table);
  return result;
}
