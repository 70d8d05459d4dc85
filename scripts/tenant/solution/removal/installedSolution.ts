import type { SystemRows } from "../rows/SystemRows";

export interface SolutionRow {
  id: string;
  uniqueName: string;
  version: string;
  isManaged: boolean;
  publisherName: string;
}

/** What a managed solution is called between its import as holding and its promotion. */
export const holdingName = (uniqueName: string): string => `${uniqueName}_Upgrade`;

export async function findInstalled(rows: SystemRows, uniqueName: string): Promise<SolutionRow | undefined> {
  const columns = ["solutionid", "uniquename", "version", "ismanaged", "publisherid"];
  const [row] = await rows.read("solution", columns, { uniquename: uniqueName });
  if (!row) return undefined;
  const [publisher] = await rows.read("publisher", ["uniquename"], { publisherid: String(row.publisherid) });
  return {
    id: String(row.solutionid),
    uniqueName: String(row.uniquename),
    version: String(row.version),
    isManaged: row.ismanaged === true,
    publisherName: String(publisher?.uniquename ?? ""),
  };
}
