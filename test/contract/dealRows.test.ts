import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { Value } from "../../scripts/tenant/dataverse/values";
import { createTenantCore, type TenantCore } from "../../scripts/tenant/pipeline/createTenantCore";
import { createHostBridge } from "../../scripts/tenant/sandboxWorker/node/createHostBridge";
import { Memo } from "../../scripts/tenant/sandboxWorker/node/Memo";
import type { PluginRunner } from "../../scripts/tenant/sandboxWorker/PluginRunner";
import { closeOpportunity } from "../../Solution/engine/adapters/dataverse/closeOpportunity";
import { createColumnReader } from "../../Solution/engine/adapters/dataverse/columns/createColumnReader";
import { createCustomize } from "../../Solution/engine/adapters/dataverse/createCustomize";
import { createDataverseAuditLog } from "../../Solution/engine/adapters/dataverse/createDataverseAuditLog";
import { createDataverseConflicts } from "../../Solution/engine/adapters/dataverse/createDataverseConflicts";
import { createDataverseLinks } from "../../Solution/engine/adapters/dataverse/createDataverseLinks";
import { createDataverseMessages } from "../../Solution/engine/adapters/dataverse/createDataverseMessages";
import { createDataverseOpportunities } from "../../Solution/engine/adapters/dataverse/createDataverseOpportunities";
import { createMappedFetch } from "../../Solution/engine/adapters/dataverse/createMappedFetch";
import { createUserLookup } from "../../Solution/engine/adapters/dataverse/createUserLookup";
import { createInboundLinks } from "../../Solution/engine/adapters/dataverse/inbound/createInboundLinks";
import { createHost } from "../../Solution/engine/adapters/host/Host";
import { createMemo } from "../../Solution/engine/adapters/host/Memo";
import { toEntryDetail } from "../../Solution/engine/domain/audit/AuditEntry";
import { toTrailLine } from "../../Solution/engine/domain/audit/extendTrail";
import { toFailure } from "../../Solution/engine/domain/failure/Failure";
import type { Outcome } from "../../Solution/engine/domain/failure/Outcome";
import { emptyMemory } from "../../Solution/engine/domain/link/Link";
import type { Conflict } from "../../Solution/engine/domain/merge/Conflict";
import { columns, tables } from "../../Solution/engine/domain/schema";
import type { DealChanges, LoadedRecord } from "../../Solution/engine/ports/RecordStore";
import { sampleSettings } from "../Solution/engine/support/sampleOpportunity";
import { pluginInvocation } from "./bridge/pluginInvocation";

/* What the engine takes over from Partner Center, written into the tenant's own Dataverse with the tables of the package. */

const zip = resolve(__dirname, "../../out/CoSellConnector_unmanaged.zip");
const whenBuilt = existsSync(zip) ? describe : describe.skip;

const noPlugIns = { stop: () => Promise.resolve() } as unknown as PluginRunner;
const caller = { userId: null, initiatingUserId: baseIds.systemUser, depth: 1, correlationId: randomUUID() };
const settings = sampleSettings();
const now = "2026-11-22T12:00:00.000Z";

const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.kind === "failed") throw new Error(`${outcome.failure.code}: ${outcome.failure.cause}`);
  return outcome.value;
};

whenBuilt("deals in a tenant", () => {
  let tenant: TenantCore;

  const host = (isWhole = false) =>
    createHost(
      createHostBridge({
        invocation: pluginInvocation({
          inputParameters: {},
          userId: baseIds.alexAdmin,
          initiatingUserId: baseIds.alexAdmin,
        }),
        // Without events, unless the whole platform is wanted: what is written here is not synced.
        service: isWhole ? tenant.service : tenant.core,
        memo: new Memo(),
        trace: [],
        remainingMs: () => 60_000,
      }),
    );
  const deals = (isWhole = false) => {
    const bridge = host(isWhole);
    const clock = { now: () => Promise.resolve(now) };
    const memo = createMemo(bridge, clock);
    return createDataverseOpportunities(
      bridge,
      createUserLookup(bridge, memo),
      createMappedFetch(bridge, memo),
      createCustomize(bridge),
      createColumnReader(bridge, memo, clock),
    );
  };
  const create = (table: string, attributes: Record<string, Value>): Promise<string> =>
    tenant.core.create({ $t: "entity", table, attributes }, caller);
  const reference = (table: string, id: string): Value => ({ $t: "ref", table, id });

  const createRecord = async (attributes: Record<string, Value> = {}): Promise<string> => {
    const account = await create("account", { name: "Fabrikam" });
    return create("opportunity", {
      name: "✔ ERP rollout",
      parentaccountid: reference("account", account),
      [columns.opportunity.syncWithPartnerCenter]: true,
      ...attributes,
    });
  };
  const addSolution = (deal: string, id: string): Promise<string> =>
    create(tables.partnerCenterSolution.logicalName, {
      [tables.partnerCenterSolution.primaryName]: id,
      [columns.partnerCenterSolution.solutionId]: id,
      [columns.partnerCenterSolution.opportunityId]: reference("opportunity", deal),
    });
  const load = async (id: string): Promise<LoadedRecord> => {
    const loaded = valueOf(await deals().load(id, settings, "always"));
    if (loaded === null) throw new Error("no such deal");
    return loaded;
  };
  const save = async (id: string, changes: DealChanges) => deals().save((await load(id)).record, changes, settings);

  beforeAll(async () => {
    tenant = await createTenantCore({ runner: noPlugIns });
    await tenant.importSolution(readFileSync(zip));
  });
  afterAll(() => tenant.stop());

  test("values, solutions and a new contact are taken over, and read back as they were taken", async () => {
    const deal = await createRecord();
    await addSolution(deal, "SOL-1");
    await addSolution(deal, "SOL-2");
    const contact = { firstName: "Ada", lastName: "Berg", email: "ada@fabrikam.example", phone: "+47", title: "CIO" };
    const values = {
      name: "ERP rollout, phase 1",
      notes: "from there",
      dealValue: "12345.5",
      closeDate: "2027-03-01",
      isVisible: true,
      marketplaceIntent: "yes",
      contact,
      solutions: [
        { id: "SOL-2", name: "SOL-2" },
        { id: "SOL-3", name: "Three" },
      ],
    } as const;

    expect(await save(deal, { values })).toBeNull();

    const { opportunity, record } = await load(deal);
    const solutions = [...opportunity.solutions].sort((left, right) => (left.id < right.id ? -1 : 1));
    expect({ ...opportunity, solutions }).toMatchObject(values);
    expect(record.name).toBe("✔ ERP rollout, phase 1");
  });

  test("a contact with that address is brought up to date, not made again", async () => {
    const deal = await createRecord();
    const person = { firstName: "Bo", lastName: "Li", email: "bo@fabrikam.example", phone: "+1", title: "" };
    await save(deal, { values: { contact: person } });
    await save(deal, { values: { contact: { ...person, phone: "+2" } } });

    const found = await tenant.core.fetch(
      `<fetch><entity name="contact"><attribute name="telephone1"/><filter><condition attribute="emailaddress1" operator="eq" value="${person.email}"/></filter></entity></fetch>`,
      caller,
    );
    expect(found.rows.map(({ attributes }) => attributes["telephone1"])).toEqual(["+2"]);
  });

  test("a row that somebody saved meanwhile takes no value, and nor does one whose solutions were changed", async () => {
    const deal = await createRecord();
    await addSolution(deal, "SOL-1");
    const before = (await load(deal)).record;
    await addSolution(deal, "SOL-9");
    const solutions = [{ id: "SOL-1", name: "SOL-1" }];
    expect(await deals().save(before, { values: { solutions } }, settings)).toMatchObject({
      code: "dataverse.changedMeanwhile",
    });
    await tenant.core.update(
      { $t: "entity", table: "opportunity", id: deal, attributes: { description: "x" } },
      caller,
    );
    expect(await deals().save(before, { values: { notes: "y" } }, settings)).toMatchObject({
      code: "dataverse.changedMeanwhile",
    });
    expect((await load(deal)).opportunity).toMatchObject({ notes: "x" });
  });

  test("a currency that Dynamics 365 does not know is named as what it is", async () => {
    const deal = await createRecord();

    expect(await save(deal, { values: { currency: "XTS", notes: "z" } })).toMatchObject({
      code: "referral.currencyUnknown",
    });
    expect((await load(deal)).opportunity.notes).toBe("");
  });

  test.each(["won", "lost"] as const)("a deal is %s with a closing activity that tells why", async (outcome) => {
    const deal = await createRecord();

    const changes = { close: { outcome, reason: "Budget is inadequate" }, values: { notes: "last" } };
    // Win and Lose are messages of the sales application, which the bare rows do not know.
    expect(await deals(true).save((await load(deal)).record, changes, settings)).toBeNull();

    const { record, opportunity } = await load(deal);
    expect([record.state, opportunity.notes]).toEqual([outcome, "last"]);
    const activities = await tenant.core.fetch(
      `<fetch><entity name="opportunityclose"><attribute name="subject"/><filter><condition attribute="opportunityid" operator="eq" value="${deal}"/></filter></entity></fetch>`,
      caller,
    );
    expect(activities.rows.map(({ attributes }) => attributes["subject"])).toEqual([
      "Closed in Partner Center: Budget is inadequate",
    ]);
  });

  test("conflicts are rows that are found open, and not found once they are decided", async () => {
    const deal = await createRecord();
    const link = await create(tables.link.logicalName, {
      [tables.link.primaryName]: "link",
      [columns.link.opportunityId]: reference("opportunity", deal),
    });
    const { record } = await load(deal);
    const open: Conflict = {
      key: "/details/notes@1",
      path: "/details/notes",
      label: "Description",
      here: "mine",
      there: "theirs",
      agreed: "before",
      decision: null,
      isNew: true,
      on: now,
    };
    const store = createDataverseConflicts(host());
    expect(await store.note(record, link, [open])).toBeNull();
    const rows = async () =>
      (
        await tenant.core.fetch(
          `<fetch><entity name="cosell_conflict"><all-attributes/><filter><condition attribute="cosell_linkid" operator="eq" value="${link}"/></filter></entity></fetch>`,
          caller,
        )
      ).rows;
    const [row] = await rows();
    const id = row?.id ?? "";
    expect(valueOf(await store.find(id))).toEqual({
      table: "opportunity",
      recordId: deal,
      path: "/details/notes",
      linkId: link,
    });

    const decision = { kind: "keptTheValueOfDynamics365", by: "Sam Seller" } as const;
    expect(await store.note(record, link, [{ ...open, isNew: false, decision }])).toBeNull();

    expect(await rows()).toHaveLength(1);
    expect(valueOf(await store.find(id))).toBeNull();
  });

  test.each([
    ["an emoji across the end", `${"x".repeat(199)}\u{1f600}`],
    ["a control character", `No\u0001 \u001bname`],
    ["half a character", "No name \ud83d"],
  ])("rows that are named after a deal take a name with %s", async (_, name) => {
    const { record: plain } = await load(await createRecord());
    const record = { ...plain, name };
    const fact = { name: "ReferralClosed", outcome: "note", words: name, detail: { name } } as const;
    const lease = { memory: emptyMemory, leaseOwner: "me", leaseExpiresOn: now };

    expect(valueOf(await createDataverseLinks(host()).claim({ record, link: null, ...lease })).kind).toBe("claimed");
    const { link } = await load(record.id);
    if (!link) throw new Error("no link");
    const work = { record, linkId: link.id, attempts: 1, failure: toFailure("http.timeout", ""), nextAttemptOn: now };
    expect(await createDataverseMessages(host()).postpone(work)).toBeNull();
    expect(await createDataverseMessages(host()).settle(record)).toBeNull();
    const entry = { sequence: 1, fact, occurredOn: now, detail: toEntryDetail(fact), previousHash: "", hash: "h" };
    expect(await createDataverseAuditLog(host()).append(record, link.id, [entry])).toBeNull();
    const sides = { path: "/name", label: "Name", here: name, there: "", agreed: "" };
    const conflict: Conflict = { key: "/name", ...sides, decision: null, isNew: true, on: now };
    expect(await createDataverseConflicts(host()).note(record, link.id, [conflict])).toBeNull();
    expect(await save(record.id, { audit: toTrailLine(fact, now) })).toBeNull();
    const begun = await createInboundLinks(host()).createLink({
      referralId: randomUUID(),
      engagementId: randomUUID(),
      name,
    });
    expect(begun.kind).toBe("done");
    expect(await closeOpportunity(host(true), record, { outcome: "lost", reason: name.repeat(2) })).toBeNull();
  });

  test("a twin that begins a link of another run changes nobody's ownership of it", async () => {
    const links = createInboundLinks(host());
    const begin = { referralId: randomUUID(), engagementId: randomUUID(), name: "Twin" };
    const id = await createRecord({});
    const { linkId } = valueOf(await links.createLink(begin));
    const owner = { table: "systemuser", id: baseIds.alexAdmin } as const;
    const referral = { engagementId: begin.engagementId } as Parameters<typeof links.linkRecord>[1]["referral"];
    expect(await links.linkRecord(linkId, { table: "opportunity", id, referral, owner })).toBeNull();

    expect(valueOf(await links.createLink(begin))).toEqual({ isBegun: false, linkId });

    const held = await tenant.rows.read(tables.link.logicalName, ["ownerid"], { [tables.link.primaryId]: linkId });
    expect(held).toEqual([{ ownerid: baseIds.alexAdmin }]);
  });

  test("the link of a lead becomes the opportunity's with the first lease", async () => {
    const lead = await create("lead", { subject: "Offered", lastname: "Berg" });
    const linkId = await create(tables.link.logicalName, {
      [tables.link.primaryName]: "link",
      [columns.link.leadId]: reference("lead", lead),
      [columns.link.referralIdentifier]: "44444444-4444-4444-8444-444444444444",
      [columns.link.lastAgreedValues]: JSON.stringify(emptyMemory),
    });
    const deal = await createRecord({ originatingleadid: reference("lead", lead) });
    const { record, link } = await load(deal);
    expect(link).toMatchObject({ id: linkId, leadId: lead });

    const lease = { memory: emptyMemory, leaseOwner: "me", leaseExpiresOn: now };
    expect(valueOf(await createDataverseLinks(host()).claim({ record, link, ...lease }))).toMatchObject({
      kind: "claimed",
    });

    expect((await load(deal)).link).toMatchObject({ id: linkId, leadId: null });
  });
});
