import type { SystemRows } from "../../solution/rows/SystemRows";

export interface ShownRun {
  startedOn: string;
  status: string;
  durationMs: number | undefined;
  error: string;
}

const shown = 20;

/** The latest runs of a flow, newest first. */
export async function readRuns(rows: SystemRows, flowId: string): Promise<ShownRun[]> {
  const columns = ["starttime", "status", "duration", "errormessage"];
  const runs = (await rows.read("flowrun", columns, { workflow: flowId })).map((row) => ({
    startedOn: String(row.starttime),
    status: String(row.status),
    durationMs: typeof row.duration === "number" ? row.duration : undefined,
    error: String(row.errormessage ?? ""),
  }));
  return runs.sort((a, b) => b.startedOn.localeCompare(a.startedOn)).slice(0, shown);
}
