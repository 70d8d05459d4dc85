import { randomUUID } from "node:crypto";
import { choices, columns, customApis, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../scripts/tenant/baseTables/sampleData";
import type { Caller } from "../../scripts/tenant/dataverse/OrganizationService";
import type { EntityValue, Value } from "../../scripts/tenant/dataverse/values";
import { startBuiltTenant } from "./support/startBuiltTenant";

interface Answer {
  status: string;
  failure: { code: string; words: string; fix: string; owner: string } | null;
}

const own = columns.opportunity;
const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const kim: Caller = {
  userId: baseIds.kimSeller,
  initiatingUserId: baseIds.kimSeller,
  depth: 1,
  correlationId: randomUUID(),
};

describe("a deal that Partner Center does not take at first, through the assembly that ships", () => {
  let tenant: RunningTenant;
  beforeAll(async () => {
    tenant = await startBuiltTenant();
  });
  afterAll(() => tenant.stop());
  afterEach(() => fetch(`${tenant.sandboxAddress}/sandbox/faults`, { method: "DELETE" }));

  const newDeal = async (attributes: Record<string, Value> = {}): Promise<string> => {
    const { service } = tenant.core;
    const ref = (table: string, id: string): Value => ({ $t: "ref", table, id });
    const id = await service.create(
      row(tables.opportunity.logicalName, {
        name: "Plant analytics",
        parentaccountid: ref("account", sampleId("account", "fabrikam")),
        parentcontactid: ref("contact", sampleId("contact", "erika")),
        transactioncurrencyid: ref("transactioncurrency", baseIds.euro),
        estimatedvalue: { $t: "money", v: "125000" },
        estimatedclosedate: { $t: "dt", v: "2027-05-31T00:00:00Z" },
        [own.customerConsent]: true,
        [own.customerMarketplaceIntent]: { $t: "opt", v: choices.customerMarketplaceIntent.yes },
        ...attributes,
      }),
      kim,
    );
    await service.create(
      row(tables.partnerCenterSolution.logicalName, {
        [columns.partnerCenterSolution.name]: "Contoso Field Service Accelerator",
        [columns.partnerCenterSolution.solutionId]: "SOL-10001-CFS",
        [columns.partnerCenterSolution.opportunityId]: ref("opportunity", id),
      }),
      kim,
    );
    await service.update({ ...row("opportunity", { [own.syncWithPartnerCenter]: true }), id }, kim);
    return id;
  };
  const row = (table: string, attributes: Record<string, Value>): EntityValue => ({ $t: "entity", table, attributes });
  const fail = (fault: object) =>
    fetch(`${tenant.sandboxAddress}/sandbox/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fault),
    });
  const sync = async (id: string): Promise<Answer> => {
    const answer = await tenant.core.service.execute(
      customApis.syncOpportunity,
      { OpportunityId: { $t: "guid", v: id } },
      kim,
    );
    return JSON.parse(textOf(answer["Response"])) as Answer;
  };
  const read = async (id: string) => (await tenant.core.service.retrieve("opportunity", id, "all", kim)).attributes;
  const referralsOf = (id: string) =>
    [...tenant.sandbox.state.referrals.values()].filter(({ content }) => content.externalReferenceId === id);

  it.each([
    ["401", { kind: 401 }],
    ["429 with Retry-After", { kind: 429, retryAfterSeconds: 1 }],
    ["500", { kind: 500 }],
    ["503", { kind: 503 }],
    ["a connection that is cut after Partner Center has written", { kind: "dropAfterCommit" }],
  ])(
    "given %s, says what happened and who can mend it, loses nothing, and makes one referral in the end",
    async (_name, fault) => {
      await fail({ operation: "POST referral", times: 9, ...fault });
      const id = await newDeal();
      const failed = await sync(id);

      expect(failed.failure).toMatchObject({
        words: expect.stringMatching(/\w{3,}.*\./) as string,
        fix: expect.stringMatching(/\w{3,}.*\./) as string,
        owner: expect.stringMatching(/^(seller|administrator|microsoft|nobody)$/) as string,
      });
      const marked = await read(id);
      expect(textOf(marked[own.audit])).toContain(failed.failure?.words);
      expect(textOf(marked[own.audit])).not.toMatch(/at .+\(.+:\d+|Exception|undefined/);
      expect(marked["name"]).toBe("Plant analytics");

      await fetch(`${tenant.sandboxAddress}/sandbox/faults`, { method: "DELETE" });
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await tenant.core.service.update({ ...row("opportunity", { description: "Tried again" }), id }, kim);
      const answer = await sync(id);
      expect(answer).toMatchObject({ status: "inSync", failure: null });
      expect(referralsOf(id)).toHaveLength(1);
      expect((await read(id))[own.referralIdentifier]).toBe(referralsOf(id)[0]?.id);
    },
  );

  it("given a referral that changed meanwhile (412), reads it again and sends the edit", async () => {
    const id = await newDeal();
    await sync(id);
    await fail({ operation: "PATCH referral", kind: 412, times: 1 });
    await tenant.core.service.update(
      { ...row("opportunity", { estimatedvalue: { $t: "money", v: "150000" } }), id },
      kim,
    );
    expect(await sync(id)).toMatchObject({ status: "inSync", failure: null });
    expect(Number(referralsOf(id)[0]?.content.details?.dealValue)).toBe(150000);
  });

  it.each([
    [
      "no contact while help is asked",
      {
        parentcontactid: null,
        [own.howCanMicrosoftHelp]: { $t: "opt", v: choices.howCanMicrosoftHelp.generalOrOther },
      },
    ],
    [
      "an account without country",
      { parentaccountid: { $t: "ref", table: "account", id: sampleId("account", "litware") } },
    ],
    ["no consent", { [own.customerConsent]: false }],
  ] as [string, Record<string, Value>][])(
    "given %s, is blocked with a finding and asks Partner Center nothing",
    async (_name, attributes) => {
      // Maintenance sweeps beside: whoever is about to share a deal looks among the outgoing ones, and writes.
      const ofDeals = () =>
        tenant.sandbox.state.requests.filter(
          ({ method, path, query }) => path.startsWith("/partner/") && (method !== "GET" || query.includes("Outgoing")),
        );
      const before = ofDeals().length;
      const id = await newDeal(attributes);
      expect((await sync(id)).status).toBe("blocked");
      expect(textOf((await read(id))[own.audit])).toContain("Not sent.");
      expect(ofDeals()).toHaveLength(before);
    },
  );

  it("given the form's call and the step of the same save at once, makes one referral", async () => {
    const id = await newDeal();
    await Promise.all([sync(id), tenant.core.drainJobs(), sync(id)]);
    await tenant.core.drainJobs();
    await sync(id);
    expect(referralsOf(id)).toHaveLength(1);
  });
});
