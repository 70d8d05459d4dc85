import { customApis } from "../../Solution/engine/domain/schema";
import type { Environment } from "../environment/connectEnvironment";
import { describeMaintenance, type MaintenanceLine, type MaintenanceResult } from "./describeMaintenance";

/**
 * One run of maintenance: the very call that the cloud flow Co-sell maintenance makes, without parameters. It may be sent twice,
 * as a lease lets one run at a time work.
 */
export async function maintainOnce(environment: Environment): Promise<MaintenanceLine> {
  const { Response } = await environment.ask((client) =>
    client.callAction<{ Response: string }>({ actionName: customApis.runMaintenance }),
  );
  return describeMaintenance(JSON.parse(Response) as MaintenanceResult);
}

export interface Schedule {
  everyMs: number;
  /** After a run that left work, the next one comes so soon. */
  soonMs: number;
  nowMs: () => number;
  /** Resolves after this time, or at once when the signal ends it. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Ends the schedule after the run that is under way. */
  signal: AbortSignal;
}

/** Runs maintenance until the signal; a run that fails is said, and the next one comes all the same. */
export async function keepMaintaining(
  run: () => Promise<{ isFinished: boolean }>,
  { everyMs, soonMs, nowMs, wait, signal }: Schedule,
  sayFailure: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    const beganMs = nowMs();
    const { isFinished } = await run().catch((error: unknown) => {
      sayFailure(error);
      return { isFinished: true };
    });
    const pauseMs = isFinished ? everyMs : Math.min(everyMs, soonMs);
    await wait(Math.max(0, beganMs + pauseMs - nowMs()), signal);
  }
}
