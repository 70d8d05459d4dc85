import { toFailureWords, type Failure, type FailureWords } from "../../domain/failure/Failure";
import type { Outcome } from "../../domain/failure/Outcome";
import type { MaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Instant } from "../../domain/values/instant";
import type { EnginePorts } from "../EnginePorts";

/** What became of a referral that was brought in: a record has it now, it is nobody's deal here, or a system job brings it in. */
export type BroughtIn = "applied" | "ignored" | "left";

/** Reads a referral, unless its link knows a version as new as `changedOn`, and makes Dynamics 365 equal to it. */
export type ImportReferral = (
  ports: EnginePorts,
  referralId: string,
  changedOn?: Instant | null,
) => Promise<Outcome<BroughtIn>>;

/** One run of maintenance, as its tasks see it. */
export interface MaintenanceRun {
  ports: EnginePorts;
  /** The same, with calls out of the share for what nobody waits for. */
  background: EnginePorts;
  settings: SyncSettings;
  importReferral: ImportReferral;
  isInTransaction: boolean;
  startedOn: Instant;
  /** When the stored sign-in ends unless it is used; null where nobody is signed in. */
  signInEndsOn: Instant | null;
  /** Whether there is time for one more piece of work. */
  hasTime: () => Promise<boolean>;
}

/** What a task did. */
export interface TaskReport {
  /** Pieces of work that were looked into. */
  handled: number;
  /** Of these, what failed and is in a message by now. */
  failed: number;
  /** False: there is more to do, and the next run goes on. */
  isFinished: boolean;
  /** Why the task stopped early, or was not begun. */
  stopped: FailureWords | "switchedOff" | "notDue" | "outOfTime" | null;
  /** What an administrator should know. */
  warning?: string;
}

/** A task's report, and the memory it leaves to the next. */
export interface TaskOutcome {
  report: TaskReport;
  memory: MaintenanceMemory;
}

export type Task = (run: MaintenanceRun, memory: MaintenanceMemory) => Promise<TaskOutcome>;

export const notBegun = (stopped: "switchedOff" | "notDue"): TaskReport => ({
  handled: 0,
  failed: 0,
  isFinished: true,
  stopped,
});

/** Counts pieces of work towards a report. */
export const startReport = (): TaskReport => ({ handled: 0, failed: 0, isFinished: true, stopped: null });

/** One report of two parts of a task. */
export const addReports = (before: TaskReport, after: TaskReport): TaskReport => ({
  ...after,
  handled: before.handled + after.handled,
  failed: before.failed + after.failed,
  isFinished: before.isFinished && after.isFinished,
  stopped: after.stopped ?? before.stopped,
});

export const stopReport = (report: TaskReport, reason: Failure | "outOfTime"): TaskReport => ({
  ...report,
  isFinished: false,
  stopped: reason === "outOfTime" ? reason : toFailureWords(reason.code),
});
