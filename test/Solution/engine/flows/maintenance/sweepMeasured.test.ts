import { createPartnerCenter } from "../../../../../Solution/engine/adapters/partnerCenter/createPartnerCenter";
import { done } from "../../../../../Solution/engine/domain/failure/Outcome";
import { printInstant } from "../../../../../Solution/engine/domain/values/instant";
import type { EnginePorts } from "../../../../../Solution/engine/flows/EnginePorts";
import type { MaintenanceRun } from "../../../../../Solution/engine/flows/maintenance/MaintenanceRun";
import { runMaintenance, type TaskName } from "../../../../../Solution/engine/flows/maintenance/runMaintenance";
import { createDirectSandbox } from "../../../../scripts/tenant/partnerCenter/answerDirectly";
import { privateDeal } from "../../../../scripts/tenant/partnerCenter/referralSamples";
import { FakeMaintenance } from "../../support/FakeMaintenance";
import { sampleSettings } from "../../support/sampleOpportunity";
import { MemoryFieldMaps } from "../../support/MemoryFieldMaps";

/*
 * The walk through Partner Center against the sandbox: webhooks are dead, people go on working. Applying a referral is
 * reading it and noting its tag, one call, as for any change that this side has nothing to add to.
 */

const total = 10_000;
const hourMs = 3_600_000;
const base = "/partner/v1.0/engagements";

const direct = createDirectSandbox();
const maintenance = new FakeMaintenance();
let calls = 0;

const partnerCenter = createPartnerCenter(async ({ method, path, body }) => {
  calls += 1;
  // Time goes on while one reads.
  direct.time.nowMs += 120;
  const answer = await direct.call(
    method,
    base + decodeURIComponent(path),
    body === undefined ? undefined : JSON.parse(body),
  );
  return done({ status: answer.status, headers: {}, body: JSON.stringify(answer.body) });
});

const know = (id: string, eTag: string | null): void => {
  const link = { table: "opportunity", recordId: `deal of ${id}`, linkId: `link of ${id}` } as const;
  const microsoft = { microsoftReferralId: null, microsoftETag: null, engagementId: null };
  maintenance.links.set(id, { ...link, ...microsoft, referralId: id, eTag });
};

const ports = {
  maintenance: maintenance.store,
  messages: maintenance.messageStore,
  partnerCenter: () => partnerCenter,
  clock: { now: () => Promise.resolve(printInstant(direct.time.nowMs)) },
  ids: { next: () => Promise.resolve("run") },
  trace: { note: () => Promise.resolve() },
  fieldMaps: new MemoryFieldMaps(),
} as unknown as EnginePorts;

const startRun = (seconds: number): MaintenanceRun => {
  const endMs = direct.time.nowMs + seconds * 1000;
  return {
    ports,
    background: ports,
    settings: sampleSettings(),
    isInTransaction: false,
    startedOn: printInstant(direct.time.nowMs),
    signInEndsOn: null,
    hasTime: () => Promise.resolve(direct.time.nowMs < endMs),
    importReferral: async ({ partnerCenter: connect }, id) => {
      const read = await connect(sampleSettings()).read(id);
      if (read.kind === "failed") return read;
      know(id, read.value.eTag);
      return done("applied");
    },
  };
};

/** Runs of 45 seconds, five minutes apart, until nothing is left; how many there were. */
const maintain = async (task: TaskName): Promise<number> => {
  for (let runs = 1; ; runs += 1) {
    const outcome = await runMaintenance(startRun(45), [task]);
    if (outcome.kind === "failed" || outcome.value.kind === "busy") throw new Error("maintenance did not run");
    if (outcome.value.isFinished) return runs;
    direct.time.nowMs += 5 * 60_000;
  }
};

const add = async (): Promise<string> => {
  const { body } = await direct.call("POST", `${base}/referrals`, privateDeal());
  return body.id;
};

const edit = async (id: string, value: number): Promise<void> => {
  const { status } = await direct.call("PATCH", `${base}/referrals/${id}`, [
    { op: "replace", path: "/details/dealValue", value },
  ]);
  if (status >= 300) throw new Error(`PATCH was answered ${status}`);
};

const ids: string[] = [];

/** Referrals whose newest version nobody here knows. */
const unknown = (): number =>
  [...direct.sandbox.state.referrals.values()].filter(({ id, eTag }) => maintenance.links.get(id)?.eTag !== eTag)
    .length;

beforeAll(async () => {
  for (let at = 0; at < total; at += 1) {
    direct.time.nowMs += 3 * 60_000;
    ids.push(await add());
  }
  for (const { id, eTag } of direct.sandbox.state.referrals.values()) know(id, eTag);
  direct.time.nowMs += hourMs;
  maintenance.connectedOn = printInstant(direct.time.nowMs);
  await maintain("sweep");
}, 120_000);

const figures: string[] = [];
afterAll(() => process.stdout.write(`${figures.join("\n")}\n`));

test.each([
  { dead: "1 hour", deadMs: hourMs, edits: 40, additions: 3 },
  { dead: "24 hours", deadMs: 24 * hourMs, edits: 400, additions: 40 },
  { dead: "14 days", deadMs: 14 * 24 * hourMs, edits: 2500, additions: 300 },
])(
  "after $dead of dead webhooks the sweep finds everything for little",
  async ({ dead, deadMs, edits, additions }) => {
    const stepMs = Math.floor(deadMs / (edits + additions));
    const touched = new Set<string>();
    for (let at = 0; at < edits + additions; at += 1) {
      direct.time.nowMs += stepMs;
      // A step that shares no factor with the number of referrals spreads the edits over all of them.
      const id = at < additions ? await add() : (ids[(at * 7919) % total] ?? "");
      if (at >= additions) await edit(id, at + deadMs);
      touched.add(id);
    }
    expect(unknown()).toBe(touched.size);
    calls = 0;

    const runs = await maintain("sweep");

    figures.push(`${dead}: ${touched.size} changed, ${calls} calls in ${runs} runs, ${unknown()} not found`);
    expect(unknown()).toBe(0);
    expect(calls).toBeLessThanOrEqual(touched.size + total / 100 + 20);
  },
  120_000,
);

test("the weekly pass finds what no sweep can know of, for the pages and what it finds", async () => {
  for (let at = 0; at < 100; at += 1) know(ids[at * 97] ?? "", "a tag of long ago");
  direct.time.nowMs += 7 * 24 * hourMs;
  calls = 0;

  const runs = await maintain("fullPass");

  figures.push(`weekly pass: 100 changed, ${calls} calls in ${runs} runs, ${unknown()} not found`);
  expect(unknown()).toBe(0);
  expect(calls).toBeLessThanOrEqual(100 + [...direct.sandbox.state.referrals.values()].length / 100 + 20);
}, 120_000);
