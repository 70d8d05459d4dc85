import { readFileSync } from "node:fs";
import type { TenantCore } from "../tenant/pipeline/createTenantCore";
import { printImportLog } from "../tenant/solution/ImportLog";
import { readSolutionPackage } from "../tenant/solution/readSolutionPackage";

/** Imports a package into the tenant and says what came of it; throws with the import log's own words where it is refused. */
export async function importBuilt(core: TenantCore, zip: string): Promise<string> {
  const bytes = readFileSync(zip);
  const mode = (await isInstalled(core, bytes)) ? "update" : "upgrade";
  const { ok, log, solution, isUnchanged } = await core.importSolution(bytes, { unlessKnown: true, mode });
  if (!ok) throw new Error(`${zip} was refused.\n${printImportLog(log.filter(({ result }) => result === "failed"))}`);
  const name = `${solution?.uniqueName ?? "solution"} ${solution?.version ?? ""}`;
  return isUnchanged ? `${name}, the same package as before` : `${name}, ${log.length} components`;
}

/** Whether the tenant has this very version, which can be updated and not upgraded. */
async function isInstalled({ rows }: TenantCore, bytes: Uint8Array): Promise<boolean> {
  const reading = readSolutionPackage(bytes);
  if (!reading.ok) return false;
  const { uniqueName, version } = reading.package.manifest;
  return (await rows.read("solution", ["solutionid"], { uniquename: uniqueName, version })).length > 0;
}
