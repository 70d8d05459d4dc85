import { type GivenTenant } from "../../pipeline/support/givenTenant";
import type { ImportLogEntry } from "../../../../../scripts/tenant/solution/ImportLog";
import type { ImportOptions } from "../../../../../scripts/tenant/solution/importSolution";
import { type TestSolution, solutionZip } from "./solutionZip";

/** Imports a solution that is to be refused and answers why it was. */
export async function refusals(tenant: GivenTenant, solution: TestSolution): Promise<ImportLogEntry[]> {
  const { ok, log } = await tenant.importSolution(solutionZip(solution));
  expect(ok).toBe(false);
  return log.filter((entry) => entry.result === "failed");
}

/** Imports a solution that is to be accepted. */
export async function accept(
  tenant: GivenTenant,
  solution: TestSolution,
  mode: NonNullable<ImportOptions["mode"]> = "update",
): Promise<void> {
  const { ok, log } = await tenant.importSolution(solutionZip(solution), { mode });
  expect(log.filter((entry) => entry.result === "failed")).toEqual([]);
  expect(ok).toBe(true);
}
