import { randomUUID } from "node:crypto";
import { columns, customApis, tables } from "../../Solution/engine/domain/schema";
import { startTenant } from "../start/startTenant";
import { baseIds } from "../tenant/baseTables/baseIds";
import { sampleId } from "../tenant/baseTables/sampleData";
import type { Caller, OrganizationService } from "../tenant/dataverse/OrganizationService";
import type { PluginRunner } from "../tenant/sandboxWorker/PluginRunner";

/** Milliseconds of one call of `cosell_SyncOpportunity`. */
export interface CallTimes {
  /** From request to answer, transaction included. */
  wholeMs: number;
  /** In the engine script itself, without its host calls; nothing on a host that doesn't trace it. */
  scriptMs: number | undefined;
}

export interface SyncTimes {
  host: string;
  /** First call of a new worker process: script read and parsed, code compiled, sign-in, one POST. */
  cold: CallTimes;
  /** Median of edits that send one PATCH. */
  edit: CallTimes;
  /** Median of calls that find nothing to do. */
  idle: CallTimes;
}

const edits = 20;
const kim: Caller = {
  userId: baseIds.kimSeller,
  initiatingUserId: baseIds.kimSeller,
  depth: 1,
  correlationId: randomUUID(),
};

/** Times syncs of one sample opportunity through a tenant in memory. */
export async function measureSyncs(
  root: string,
  zip: string,
  startRunner: () => Promise<PluginRunner>,
): Promise<SyncTimes> {
  const runner = new TracedRunner(await startRunner());
  const tenant = await startTenant({ root, zip, runner, tenantPort: 0, sandboxPort: 0, say: () => undefined });
  const { service } = tenant.core;
  const id = sampleId("opportunity", "migration");
  const sync = async (): Promise<CallTimes> => {
    const wholeMs = await timed(() =>
      service.execute(customApis.syncOpportunity, { OpportunityId: { $t: "guid", v: id } }, kim),
    );
    return { wholeMs, scriptMs: runner.scriptMs };
  };
  try {
    await makeReady(service, id);
    // Registration and steps ran in the first process; what an idle environment's first user waits for begins with none.
    await runner.replace(await startRunner());
    const cold = await sync();
    const editTimes: CallTimes[] = [];
    const idleTimes: CallTimes[] = [];
    for (let edit = 1; edit <= edits; edit++) {
      const estimatedvalue = { $t: "money" as const, v: String(250_000 + edit) };
      await service.update({ $t: "entity", table: "opportunity", id, attributes: { estimatedvalue } }, kim);
      editTimes.push(await sync());
      idleTimes.push(await sync());
    }
    return { host: runner.description, cold, edit: medians(editTimes), idle: medians(idleTimes) };
  } finally {
    await tenant.stop();
    await runner.stop();
  }
}

/** A runner that reads from the trace of the latest execution how long its script ran. */
class TracedRunner implements PluginRunner {
  scriptMs: number | undefined;

  constructor(private inner: PluginRunner) {}

  get description(): string {
    return this.inner.description;
  }

  async execute(...call: Parameters<PluginRunner["execute"]>): ReturnType<PluginRunner["execute"]> {
    const outcome = await this.inner.execute(...call);
    const [, whole, host] = /: (\d+) ms, of which (\d+) ms in \d+ host calls/.exec(outcome.trace.join("\n")) ?? [];
    this.scriptMs = whole === undefined ? undefined : Number(whole) - Number(host);
    return outcome;
  }

  async replace(next: PluginRunner): Promise<void> {
    await this.inner.stop();
    this.inner = next;
  }

  stop(): Promise<void> {
    return this.inner.stop();
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

const medians = (times: readonly CallTimes[]): CallTimes => ({
  wholeMs: median(times.map(({ wholeMs }) => wholeMs)) ?? 0,
  scriptMs: median(times.flatMap(({ scriptMs }) => (scriptMs === undefined ? [] : [scriptMs]))),
});

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
