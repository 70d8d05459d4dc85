import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { addConnectionCalls, readCallsOf } from "../../Solution/engine/adapters/dataverse/callTallies";
import { createDataverseMaintenance } from "../../Solution/engine/adapters/dataverse/createDataverseMaintenance";
import { createDataverseMessages } from "../../Solution/engine/adapters/dataverse/createDataverseMessages";
import { createHost } from "../../Solution/engine/adapters/host/Host";
import { toFailure } from "../../Solution/engine/domain/failure/Failure";
import type { Outcome } from "../../Solution/engine/domain/failure/Outcome";
import { longAgo } from "../../Solution/engine/domain/maintenance/intervals";
import { emptyMaintenanceMemory } from "../../Solution/engine/domain/maintenance/MaintenanceMemory";
import { toReferralSubject, type MessageSubject } from "../../Solution/engine/domain/maintenance/Message";
import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import { printInstant } from "../../Solution/engine/domain/values/instant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { Value } from "../../scripts/tenant/dataverse/values";
import { createTenantCore, type TenantCore } from "../../scripts/tenant/pipeline/createTenantCore";
import { createHostBridge } from "../../scripts/tenant/sandboxWorker/node/createHostBridge";
import { Memo } from "../../scripts/tenant/sandboxWorker/node/Memo";
import type { PluginRunner } from "../../scripts/tenant/sandboxWorker/PluginRunner";
import { pluginInvocation } from "./bridge/pluginInvocation";

/* The rows and queries of maintenance, in the tenant's own Dataverse with the tables that the package makes. */

const zip = resolve(__dirname, "../../out/CoSellConnector_unmanaged.zip");
const whenBuilt = existsSync(zip) ? describe : describe.skip;

const noPlugIns = { stop: () => Promise.resolve() } as unknown as PluginRunner;
const caller = { userId: null, initiatingUserId: baseIds.systemUser, depth: 1, correlationId: randomUUID() };
const { link, connection, opportunity } = columns;
const day = "2026-11-22";

const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.kind === "failed") throw new Error(`${outcome.failure.code}: ${outcome.failure.cause}`);
  return outcome.value;
};

whenBuilt("maintenance in a tenant", () => {
  let tenant: TenantCore;
  let nowMs = Date.UTC(2026, 10, 22, 12);
  const now = (): string => printInstant(nowMs);

  // Without events: what is written here is not synced.
  const bridge = () =>
    createHostBridge({
      invocation: pluginInvocation({
        inputParameters: {},
        userId: baseIds.alexAdmin,
        initiatingUserId: baseIds.alexAdmin,
      }),
      service: tenant.core,
      memo: new Memo(),
      trace: [],
      remainingMs: () => 60_000,
    });
  const host = () => createHost(bridge());
  const maintenance = () => createDataverseMaintenance(host());
  const messages = () => createDataverseMessages(host());

  const create = (table: string, attributes: Record<string, Value>): Promise<string> =>
    tenant.core.create({ $t: "entity", table, attributes }, caller);
  const update = (table: string, id: string, attributes: Record<string, Value>): Promise<void> =>
    tenant.core.update({ $t: "entity", table, id, attributes }, caller);

  const createRecord = (name: string, attributes: Record<string, Value> = {}): Promise<string> =>
    create("opportunity", { name, [opportunity.syncWithPartnerCenter]: true, ...attributes });
  const makeLink = (opportunityId: string, attributes: Record<string, Value>): Promise<string> =>
    create(tables.link.logicalName, {
      [tables.link.primaryName]: "link",
      [link.opportunityId]: { $t: "ref", table: "opportunity", id: opportunityId },
      [link.lastAgreedValues]: "{}",
      ...attributes,
    });
  const status = (name: keyof typeof choices.syncStatus): Value => ({ $t: "opt", v: choices.syncStatus[name] });
  const subjectOf = (id: string): MessageSubject => ({
    table: "opportunity",
    id,
    name: "a deal",
    ownerId: baseIds.systemUser,
    ownerTable: "systemuser",
  });

  beforeAll(async () => {
    tenant = await createTenantCore({ runner: noPlugIns, clock: () => new Date(nowMs) });
    await tenant.importSolution(new Uint8Array(readFileSync(zip)));
  }, 120_000);
  afterAll(() => tenant.stop());

  test("a message goes through its life: waiting, due, leased by one, parked for somebody, done", async () => {
    const deal = await createRecord("message");
    const work = { record: subjectOf(deal), linkId: null, attempts: 1, payload: { referralId: "r" } };
    const failure = toFailure("http.timeout", "15 s");
    expect(await messages().postpone({ ...work, failure, nextAttemptOn: now() })).toBeNull();

    const [due] = valueOf(await messages().due(now(), "toPartnerCenter", 10, []));
    expect(due).toMatchObject({
      subject: { table: "opportunity", id: deal, name: "a deal" },
      state: "waiting",
      attempts: 1,
      nextAttemptOn: now(),
      failureCode: "http.timeout",
      payload: { referralId: "r" },
    });
    if (!due) throw new Error("nothing is due");
    expect(valueOf(await messages().due(now(), "toDynamics365", 10, []))).toEqual([]);
    expect(valueOf(await messages().lease(due, printInstant(nowMs + 1000)))).toBe(true);
    expect(valueOf(await messages().lease(due, printInstant(nowMs + 2000)))).toBe(false);
    expect(valueOf(await messages().due(now(), "toPartnerCenter", 10, []))).toEqual([]);

    const tomorrow = printInstant(nowMs + 86_400_000);
    await messages().postpone({ ...work, failure: toFailure("budget.spent", ""), nextAttemptOn: tomorrow });
    expect(valueOf(await messages().due(now(), "toPartnerCenter", 10, ["budget.spent"]))).toMatchObject([
      { id: due.id },
    ]);
    expect(valueOf(await messages().due(now(), "toPartnerCenter", 10, ["http.timeout"]))).toEqual([]);

    await messages().postpone({ ...work, attempts: 2, failure: toFailure("token.expired", ""), nextAttemptOn: null });
    const parked = await tenant.core.retrieve(tables.message.logicalName, due.id, "all", caller);
    expect(parked.attributes).toMatchObject({
      [columns.message.parkedFor]: { v: choices.failureOwner.administrator },
      [columns.message.opportunityId]: { id: deal },
    });
    const later = printInstant(nowMs + 1000);
    expect(valueOf(await messages().parkedBefore(later, ["token.expired"], 10))).toMatchObject([{ id: due.id }]);
    expect(valueOf(await messages().parkedBefore(later, ["token.revoked"], 10))).toEqual([]);
    expect(valueOf(await messages().parkedBefore(now(), ["token.expired"], 10))).toEqual([]);
    const inWindow = await messages().inWindow(printInstant(nowMs - 1000), printInstant(nowMs + 1000), 10);
    expect(valueOf(inWindow)).toMatchObject([{ id: due.id, state: "parked" }]);
    await messages().settle(work.record);
    expect(valueOf(await messages().byId(due.id))).toMatchObject({
      state: "done",
      failureCode: null,
      nextAttemptOn: null,
    });
  });

  test("a referral that belongs to no record has a message, too", async () => {
    const record = toReferralSubject(randomUUID());
    const failure = toFailure("http.network", "");
    expect(await messages().postpone({ record, linkId: null, attempts: 1, failure, nextAttemptOn: now() })).toBeNull();

    const [due] = valueOf(await messages().due(now(), "toDynamics365", 10, []));
    expect(due?.subject).toMatchObject({ table: "referral", id: record.id });
    await messages().settle(record);
  });

  test("one run at a time does maintenance, and an abandoned lease ends by itself", async () => {
    const until = printInstant(nowMs + 180_000);
    const first = valueOf(await maintenance().lease("first", now(), until));
    if (first === null) throw new Error("nobody had it");
    expect(valueOf(await maintenance().lease("second", now(), until))).toBeNull();
    expect(await maintenance().release(first)).toBeNull();
    expect(valueOf(await maintenance().lease("third", now(), until))).not.toBeNull();
    expect(valueOf(await maintenance().lease("fourth", printInstant(nowMs + 181_000), until))).not.toBeNull();
    expect(valueOf(await messages().due(printInstant(nowMs + 86_400_000), "toDynamics365", 10, []))).toEqual([]);
  });

  test("what maintenance remembers is kept with the connection; before there is one, nothing is", async () => {
    expect(valueOf(await maintenance().read())).toBeNull();
    await create(tables.connection.logicalName, { [connection.name]: "default" });
    const memory = { ...emptyMaintenanceMemory, sweptUntil: now(), ignored: { a: 7 } };

    expect(await maintenance().save(memory, { sweptOn: now(), passedOn: null })).toBeNull();

    expect(valueOf(await maintenance().read())).toEqual({ memory, signInEndsOn: null, connectedOn: now() });
    const rows = await tenant.core.fetch(
      `<fetch><entity name="${tables.connection.logicalName}"><attribute name="${connection.lastSweepOn}"/></entity></fetch>`,
      caller,
    );
    expect(rows.rows[0]?.attributes[connection.lastSweepOn]).toMatchObject({ v: now().replace(".000", "") });
  });

  test("the calls of a day are those of its links and those of none", async () => {
    const deals = await Promise.all([createRecord("calls 1"), createRecord("calls 2"), createRecord("calls 3")]);
    await makeLink(deals[0], { [link.callDay]: day, [link.callCount]: 3 });
    await makeLink(deals[1], { [link.callDay]: day, [link.callCount]: 4 });
    await makeLink(deals[2], { [link.callDay]: "2026-11-21", [link.callCount]: 100 });
    await addConnectionCalls(host(), 5, `${day}T12:00:00.000Z`);
    await addConnectionCalls(host(), 6, `${day}T12:00:00.000Z`);

    expect(await readCallsOf(host(), day)).toBe(18);
    expect(await readCallsOf(host(), "2026-11-23")).toBe(0);
  });

  test("links are found by own and Microsoft's referrals and by their engagement", async () => {
    const [own, microsofts, engagement] = [randomUUID(), randomUUID(), randomUUID()];
    const deal = await createRecord("versions");
    const linkId = await makeLink(deal, {
      [link.referralIdentifier]: own,
      [link.referralETag]: '"tag"',
      [link.microsoftReferralIdentifier]: microsofts,
      [link.engagementIdentifier]: engagement,
    });
    const expected = {
      table: "opportunity",
      recordId: deal,
      linkId,
      referralId: own,
      eTag: '"tag"',
      microsoftReferralId: microsofts,
      microsoftETag: null,
      engagementId: engagement,
    };

    expect(valueOf(await maintenance().linksOf([own, randomUUID()], []))).toEqual([expected]);
    expect(valueOf(await maintenance().linksOf([microsofts], []))).toEqual([expected]);
    expect(valueOf(await maintenance().linksOf([randomUUID()], [engagement]))).toEqual([expected]);
    expect(valueOf(await maintenance().linksOf([randomUUID()], [randomUUID()]))).toEqual([]);
    expect(valueOf(await maintenance().withMicrosoft(longAgo, 10))).toMatchObject([{ recordId: deal }]);
  });

  test("what stands still is found, and what waits for its message or for nobody is not", async () => {
    const names = ["lease", "unconcluded", "changed", "queued", "rest"] as const;
    const deals = await Promise.all(names.map((name) => createRecord(name)));
    const [leased = "", unconcluded = "", changed = "", queued = "", rest = ""] = deals;
    await makeLink(leased, { [link.syncStatus]: status("inSync"), [link.leaseExpiresOn]: { $t: "dt", v: now() } });
    await makeLink(unconcluded, { [link.lastAgreedValues]: null });
    await makeLink(changed, { [link.syncStatus]: status("changedHere") });
    const queuedLink = await makeLink(queued, { [link.syncStatus]: status("queued") });
    await makeLink(rest, { [link.syncStatus]: status("inSync") });
    const failure = toFailure("http.network", "");
    await messages().postpone({
      record: subjectOf(queued),
      linkId: queuedLink,
      attempts: 1,
      failure,
      nextAttemptOn: now(),
    });
    const found = async (): Promise<string[]> =>
      valueOf(await maintenance().stuck(now(), longAgo, 50, false))
        .map(({ recordId }) => recordId)
        .filter((id) => deals.includes(id));

    nowMs += 600_000;
    expect((await found()).sort()).toEqual([leased, unconcluded, changed].sort());
    await messages().settle(subjectOf(queued));
    expect((await found()).sort()).toEqual([leased, unconcluded, changed, queued].sort());
  });

  test("edits are found in the order they were made, each with the time and version of its link", async () => {
    const synced = await createRecord("edited");
    await makeLink(synced, { [link.syncStatus]: status("inSync") });
    const linkedOn = now();
    nowMs += 60_000;
    const since = now();
    await update("opportunity", synced, { description: "by an import" });
    nowMs += 1000;
    const fresh = await createRecord("without a link");
    await createRecord("switched off", { [opportunity.syncWithPartnerCenter]: false });

    const edited = valueOf(await maintenance().edited("opportunity", since, 10));
    expect(edited).toMatchObject([
      { table: "opportunity", recordId: synced, modifiedOn: since, link: { modifiedOn: linkedOn } },
      { table: "opportunity", recordId: fresh, modifiedOn: now(), link: null },
    ]);
    // Versions of the two tables can be compared.
    const [{ rowVersion, link: linked } = { rowVersion: "", link: null }] = edited;
    expect(Number(rowVersion)).toBeGreaterThan(Number(linked?.rowVersion));
    expect(valueOf(await maintenance().edited("lead", since, 10))).toEqual([]);
  });

  test("an opportunity made of a lead with a link is found before its own sync is on, and others are not", async () => {
    const lead = await create("lead", { subject: "of a lead" });
    await create(tables.link.logicalName, {
      [tables.link.primaryName]: "link of a lead",
      [link.leadId]: { $t: "ref", table: "lead", id: lead },
      [link.lastAgreedValues]: "{}",
    });
    const stranger = await create("lead", { subject: "of nobody" });
    nowMs += 60_000;
    const since = now();
    const makeQualified = (id: string): Promise<string> =>
      createRecord("qualified", {
        [opportunity.syncWithPartnerCenter]: false,
        originatingleadid: { $t: "ref", table: "lead", id },
      });
    const made = await makeQualified(lead);
    await makeQualified(stranger);

    expect(valueOf(await maintenance().edited("opportunity", since, 10))).toMatchObject([
      { table: "opportunity", recordId: made, link: null },
    ]);
  });

  test("an added solution counts as an edit of its opportunity, where sync is on", async () => {
    const { opportunityId, solutionId } = columns.partnerCenterSolution;
    const addSolution = (deal: string): Promise<string> =>
      create(tables.partnerCenterSolution.logicalName, {
        [tables.partnerCenterSolution.primaryName]: "solution",
        [solutionId]: "SOL-1",
        [opportunityId]: { $t: "ref", table: "opportunity", id: deal },
      });
    const synced = await createRecord("with a solution");
    await makeLink(synced, { [link.syncStatus]: status("inSync") });
    const linkedOn = now();
    nowMs += 60_000;
    await addSolution(synced);
    await addSolution(await createRecord("off", { [opportunity.syncWithPartnerCenter]: false }));

    expect(valueOf(await maintenance().edited("solution", now(), 10))).toMatchObject([
      { table: "opportunity", recordId: synced, modifiedOn: now(), link: { modifiedOn: linkedOn } },
    ]);
  });

  test("the end of a deal that its record lacks is found, and that of a closed record is not", async () => {
    const since = now();
    const open = await createRecord("open here, closed there");
    await makeLink(open, { [link.syncStatus]: status("closed") });
    const closed = await createRecord("closed on both sides", {
      statecode: { $t: "opt", v: 1 },
      statuscode: { $t: "opt", v: 3 },
    });
    await makeLink(closed, { [link.syncStatus]: status("closed") });
    const left = await createRecord("left there");
    await makeLink(left, { [link.syncStatus]: status("changedAtMicrosoft") });

    const found = valueOf(await maintenance().left(since, 10)).map(({ recordId }) => recordId);

    expect(found.sort()).toEqual([open, left].sort());
  });

  test("of links without a run only those with a lease are found while sending is off; shared deals are those with a referral", async () => {
    const changed = await createRecord("changed while off");
    await makeLink(changed, { [link.syncStatus]: status("changedHere"), [link.referralIdentifier]: randomUUID() });
    const unfinished = await createRecord("unfinished");
    await makeLink(unfinished, { [link.syncStatus]: status("inSync"), [link.leaseExpiresOn]: { $t: "dt", v: now() } });
    nowMs += 600_000;

    const ids = (deals: readonly { recordId: string }[]): string[] => deals.map(({ recordId }) => recordId);
    const stuck = ids(valueOf(await maintenance().stuck(now(), longAgo, 50, true)));
    expect([stuck.includes(unfinished), stuck.includes(changed)]).toEqual([true, false]);
    const shared = ids(valueOf(await maintenance().shared(longAgo, 50)));
    expect([shared.includes(changed), shared.includes(unfinished)]).toEqual([true, false]);
  });
});
