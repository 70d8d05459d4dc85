import { failureKind } from "../../domain/failure/failureKinds";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { DealReference } from "../../ports/MaintenanceStore";
import type { SyncRequest } from "../sync/SyncRequest";
import type { SyncResult } from "../sync/SyncResult";
import { syncOpportunity } from "../sync/syncOpportunity";
import { findWork } from "./findWork";
import { leaveToJob } from "../leaveToJob";
import { startReport, stopReport, type MaintenanceRun, type TaskReport } from "./MaintenanceRun";

/** How far a list of deals was worked through. */
export interface SyncedDeals<Deal> {
  report: TaskReport;
  /** The last deal that was handled; null where none was. */
  last: Deal | null;
}

/** Syncs a deal, or inside a transaction leaves it to a job where there is anything to do: null. */
const syncOne = async (
  { ports, isInTransaction }: Pick<MaintenanceRun, "ports" | "isInTransaction">,
  { table, recordId }: DealReference,
  wish: Pick<SyncRequest, "look">,
): Promise<Outcome<SyncResult | null>> => {
  const request = { table, recordId, trigger: "maintenance", isInTransaction, ...wish } as const;
  if (!isInTransaction) return syncOpportunity(ports, request);
  const found = await findWork(ports, (reading) => syncOpportunity(reading, request));
  if (found.kind === "nothingToDo") return found.result;
  const refusal = await leaveToJob(ports, { table, id: recordId, name: found.held.recordName }, wish);
  return refusal === null ? done(null) : failed(refusal);
};

/** Syncs one deal after the other, until all are done, time is over, or Partner Center takes no more for now. */
export const syncRecords = async <Deal extends DealReference>(
  run: Pick<MaintenanceRun, "ports" | "isInTransaction" | "hasTime">,
  deals: readonly Deal[],
  wish: Pick<SyncRequest, "look"> = {},
): Promise<SyncedDeals<Deal>> => {
  let report = startReport();
  let last: Deal | null = null;
  for (const deal of deals) {
    if (!(await run.hasTime())) return { report: stopReport(report, "outOfTime"), last };
    const synced = await syncOne(run, deal, wish);
    if (synced.kind === "failed") return { report: stopReport(report, synced.failure), last };
    const { failure, saveFailure } = synced.value ?? { failure: null, saveFailure: null };
    const code = saveFailure?.code ?? failure?.code ?? null;
    report = { ...report, handled: report.handled + 1, failed: report.failed + (code === null ? 0 : 1) };
    last = deal;
    if (code !== null && failureKind(code).retry === "throttled")
      return { report: { ...report, isFinished: false, stopped: failure }, last };
  }
  return { report, last };
};
