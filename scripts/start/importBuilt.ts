import { readFileSync } from "node:fs";
import type { TenantCore } from "../tenant/pipeline/createTenantCore";
import { printImportLog } from "../tenant/solution/ImportLog";

/** Imports a package into the tenant and says what came of it; throws with the import log's own words where it is refused. */
export async function importBuilt(core: TenantCore, zip: string): Promise<string> {
  const { ok, log, solution, isUnchanged } = await core.importSolution(readFileSync(zip), { unlessKnown: true });
  if (!ok) throw new Error(`${zip} was refused.\n${printImportLog(log.filter(({ result }) => result === "failed"))}`);
  const name = `${solution?.uniqueName ?? "solution"} ${solution?.version ?? ""}`;
  return isUnchanged ? `${name}, the same package as before` : `${name}, ${log.length} components`;
}
