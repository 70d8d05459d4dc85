import { customApis } from "../../Solution/engine/domain/schema";
import type { Environment } from "../environment/connectEnvironment";
import {
  type AlertReport,
  describeMaintenance,
  type MaintenanceLine,
  type MaintenanceResult,
  withAlerts,
} from "./describeMaintenance";

/**
 * One run: the very calls of the cloud flows Co-sell maintenance and, then, Co-sell alerts, without parameters. Both may be sent
 * twice: a lease lets one run at a time work, and of each cause people are told once.
 */
export async function maintainOnce(environment: Environment): Promise<MaintenanceLine> {
  const call = async (actionName: string): Promise<unknown> => {
    const { Response } = await environment.ask((client) => client.callAction<{ Response: string }>({ actionName }));
    return JSON.parse(Response);
  };
  const maintained = describeMaintenance((await call(customApis.runMaintenance)) as MaintenanceResult);
  return withAlerts(maintained, (await call(customApis.raiseAlerts)) as AlertReport);
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
