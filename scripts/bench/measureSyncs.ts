import { randomUUID } from "node:crypto";
import { columns, customApis, tables } from "../../Solution/engine/domain/schema";
import { startTenant } from "../start/startTenant";
import { baseIds } from "../tenant/baseTables/baseIds";
import { sampleId } from "../tenant/baseTables/sampleData";
import type { Caller, OrganizationService } from "../tenant/dataverse/OrganizationService";
import type { PluginRunner } from "../tenant/sandboxWorker/PluginRunner";

/** Milliseconds of one call of `cosell_SyncOpportunity`, from request to answer, transaction included. */
export interface SyncTimes {
  host: string;
  /** First call in a new worker: script parsed, code compiled, sign-in, one POST. */
  coldMs: number;
  /** Median of edits that send one PATCH. */
  editMs: number;
  /** Median of calls that find nothing to do. */
  idleMs: number;
}

const edits = 20;
const kim: Caller = {
  userId: baseIds.kimSeller,
  initiatingUserId: baseIds.kimSeller,
  depth: 1,
  correlationId: randomUUID(),
};

/** Times syncs of one sample deal through a tenant in memory. */
export async function measureSyncs(root: string, zip: string, runner: PluginRunner): Promise<SyncTimes> {
  const tenant = await startTenant({ root, zip, runner, tenantPort: 0, sandboxPort: 0, say: () => undefined });
  const { service } = tenant.core;
  const id = sampleId("opportunity", "migration");
  const sync = () =>
    timed(() => service.execute(customApis.syncOpportunity, { OpportunityId: { $t: "guid", v: id } }, kim));
  try {
    await makeReady(service, id);
    const coldMs = await sync();
    const editTimes: number[] = [];
    const idleTimes: number[] = [];
    for (let edit = 1; edit <= edits; edit++) {
      const estimatedvalue = { $t: "money" as const, v: String(250_000 + edit) };
      await service.update({ $t: "entity", table: "opportunity", id, attributes: { estimatedvalue } }, kim);
      editTimes.push(await sync());
      idleTimes.push(await sync());
    }
    return { host: runner.description, coldMs, editMs: median(editTimes), idleMs: median(idleTimes) };
  } finally {
    await tenant.stop();
  }
}

async function makeReady(service: OrganizationService, id: string): Promise<void> {
  const own = columns.partnerCenterSolution;
  const solution = {
    [own.name]: "Contoso Field Service Accelerator",
    [own.solutionId]: "SOL-10001-CFS",
    [own.opportunityId]: { $t: "ref" as const, table: "opportunity", id },
  };
  await service.create({ $t: "entity", table: tables.partnerCenterSolution.logicalName, attributes: solution }, kim);
  const wanted = { [columns.opportunity.syncWithPartnerCenter]: true, [columns.opportunity.customerConsent]: true };
  await service.update({ $t: "entity", table: "opportunity", id, attributes: wanted }, kim);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
