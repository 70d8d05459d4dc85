import {
  type TenantCore,
  type TenantCoreOptions,
  createTenantCore,
} from "../../../../../scripts/tenant/pipeline/createTenantCore";
import { baseIds } from "../../../../../scripts/tenant/baseTables/baseIds";
import type { Caller } from "../../../../../scripts/tenant/dataverse/OrganizationService";
import type { ImportOptions } from "../../../../../scripts/tenant/solution/importSolution";
import { type TestSolution, solutionZip } from "../../solution/support/solutionZip";
import { FakeRunner } from "./FakeRunner";

export interface GivenTenant extends TenantCore {
  runner: FakeRunner;
}

const running: GivenTenant[] = [];

/** A tenant in memory with a fake plug-in runner. Stopped by `stopTenants`. */
export async function givenTenant(options: Partial<TenantCoreOptions> = {}): Promise<GivenTenant> {
  const runner = new FakeRunner();
  const core = await createTenantCore({ runner, ...options });
  const tenant = { ...core, runner };
  running.push(tenant);
  return tenant;
}

export async function stopTenants(): Promise<void> {
  for (const tenant of running.splice(0)) await tenant.stop();
}

/** Imports a solution that must be accepted. */
export async function importAccepted(
  tenant: GivenTenant,
  solution: TestSolution,
  options: ImportOptions = {},
): Promise<void> {
  const result = await tenant.importSolution(solutionZip(solution), options);
  if (!result.ok)
    throw new Error(
      JSON.stringify(
        result.log.filter((entry) => entry.result === "failed"),
        undefined,
        2,
      ),
    );
}

export const caller = (userId: string | null = baseIds.kimSeller, depth = 1): Caller => ({
  userId,
  initiatingUserId: userId ?? baseIds.systemUser,
  depth,
  correlationId: "c0c0c0c0-0000-4000-8000-000000000001",
});
