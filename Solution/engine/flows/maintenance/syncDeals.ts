import { failureKind } from "../../domain/failure/failureKinds";
import type { DealReference } from "../../ports/MaintenanceStore";
import type { SyncRequest } from "../sync/SyncRequest";
import { syncOpportunity } from "../sync/syncOpportunity";
import { startReport, stopReport, type MaintenanceRun, type TaskReport } from "./MaintenanceRun";

/** How far a list of deals was worked through. */
export interface SyncedDeals<Deal> {
  report: TaskReport;
  /** The last deal that was handled; null where none was. */
  last: Deal | null;
}

/** Syncs one deal after the other, until all are done, time is over, or Partner Center takes no more for now. */
export const syncDeals = async <Deal extends DealReference>(
  { ports, isInTransaction, hasTime }: Pick<MaintenanceRun, "ports" | "isInTransaction" | "hasTime">,
  deals: readonly Deal[],
  wish: Pick<SyncRequest, "look"> = {},
): Promise<SyncedDeals<Deal>> => {
  let report = startReport();
  let last: Deal | null = null;
  for (const deal of deals) {
    if (!(await hasTime())) return { report: stopReport(report, "outOfTime"), last };
    const { table, recordId } = deal;
    const synced = await syncOpportunity(ports, { table, recordId, trigger: "maintenance", isInTransaction, ...wish });
    if (synced.kind === "failed") return { report: stopReport(report, synced.failure), last };
    const { failure, unsaved } = synced.value;
    const code = unsaved?.code ?? failure?.code ?? null;
    report = { ...report, handled: report.handled + 1, failed: report.failed + (code === null ? 0 : 1) };
    last = deal;
    if (code !== null && failureKind(code).retry === "throttled")
      return { report: { ...report, isFinished: false, stopped: failure }, last };
  }
  return { report, last };
};
