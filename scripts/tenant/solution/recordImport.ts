import { randomUUID } from "node:crypto";
import { type ImportLogEntry, type ImportResult, printImportLog } from "./ImportLog";
import { importLogXml } from "./importLogXml";
import type { SolutionManifest } from "./SolutionPackage";
import type { SystemRows } from "./rows/SystemRows";

export interface FinishedImport {
  /** Of a job that may have begun already. @default a new one */
  jobId?: string;
  manifest: SolutionManifest;
  result: ImportResult;
  isNew: boolean;
  startedOn: Date;
  completedOn: Date;
}

const operation = { import: 0 };
const subOperation = { new: 1, update: 3 };
const completed = 1;

/** Leaves an import job with its log and a row in the solution history, for refused imports too. */
export async function recordImport(
  rows: SystemRows,
  { jobId = randomUUID(), manifest, result, isNew, startedOn, completedOn }: FinishedImport,
): Promise<void> {
  const { uniqueName, version, managed, displayName } = manifest;
  const named = { ...result, solution: { uniqueName, version, managed } };
  const times = { start: startedOn.toISOString(), end: completedOn.toISOString() };
  await rows.save("importjob", jobId, {
    name: `Import of ${manifest.uniqueName} ${manifest.version}`.slice(0, 256),
    solutionname: manifest.uniqueName,
    startedon: times.start,
    completedon: times.end,
    progress: 100,
    data: importLogXml({ result: named, displayName, startedOn, completedOn }),
  });
  const failures = printImportLog(result.log.filter((entry) => entry.result === "failed"));
  await rows.create("msdyn_solutionhistory", {
    msdyn_name: manifest.uniqueName,
    msdyn_solutionversion: manifest.version,
    msdyn_publishername: manifest.publisher.uniqueName,
    msdyn_ismanaged: manifest.managed,
    msdyn_operation: operation.import,
    msdyn_suboperation: isNew ? subOperation.new : subOperation.update,
    msdyn_status: completed,
    msdyn_result: result.ok,
    msdyn_exceptionmessage: failures || null,
    msdyn_starttime: times.start,
    msdyn_endtime: times.end,
  });
}

/** The job of a file that is no solution at all. */
export async function recordUnreadable(
  rows: SystemRows,
  jobId: string,
  log: ImportLogEntry[],
  startedOn: Date,
): Promise<void> {
  const data = importLogXml({ result: { ok: false, log }, displayName: "", startedOn, completedOn: startedOn });
  const at = startedOn.toISOString();
  await rows.save("importjob", jobId, { name: "Import", startedon: at, completedon: at, progress: 100, data });
}
