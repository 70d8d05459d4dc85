import fc from "fast-check";
import type { DealFacts } from "../../../../../Solution/engine/domain/insights/DealFacts";
import {
  toKeySalesInfo,
  toRecordSummary,
  toRelatedRecords,
  type InsightView,
} from "../../../../../Solution/engine/domain/insights/salesInsights";
import { choices } from "../../../../../Solution/engine/domain/schema";
import type { SyncStatus } from "../../../../../Solution/engine/domain/sync/syncStatus";
import { breachesOf } from "../../../../support/copilotContract";

const referralId = "7d3c0c1e-4f0e-4a9e-9d1e-0a4f6f3b1a55";

const deal: DealFacts = {
  table: "opportunity",
  id: "0b0f1f0e-1111-4111-8111-111111111111",
  name: "Fabrikam moves to Azure",
  isSyncOn: true,
  status: "inSync",
  statusLabel: "In sync",
  referralId,
  referralLink: `https://partner.microsoft.com/dashboard/referrals/v2/leads/details/${referralId}`,
  microsoftCrmIdentifier: "7-ABC",
  helpLabel: "Proof of concept/Demo",
  failureCode: "",
  answerDueOn: null,
  lastSyncedOn: "2026-12-01T10:00:00.000Z",
  modifiedOn: "2026-12-01T09:00:00.000Z",
  differences: [],
  solutions: ["Contoso Field Service Accelerator"],
  conflicts: [],
  trail: [{ words: "Shared with Partner Center.", occurredOn: "2026-11-30T08:00:00.000Z" }],
};

const view: InsightView = { now: "2026-12-01T12:00:00.000Z", namesDeals: false, isLocal: false };

const linesOf = (facts: Partial<DealFacts>, how: Partial<InsightView> = {}): string[] =>
  toKeySalesInfo([{ ...deal, ...facts }], { ...view, ...how }).map(({ description }) => description);

const offered = {
  status: "needsAttention",
  statusLabel: "Needs attention",
  failureCode: "referral.answerDue",
  answerDueOn: "2026-12-10T12:00:00.000Z",
} as const;

test("a seller reads status, whose turn it is with the days that are left, and what was asked", () => {
  expect(linesOf({})).toEqual([
    "Partner Center: In sync.",
    "Help asked of Microsoft: Proof of concept/Demo. Solutions: Contoso Field Service Accelerator.",
  ]);
  const waiting = { status: "waitingOnMicrosoft", statusLabel: "Waiting on Microsoft" } as const;
  expect(linesOf({ ...waiting, answerDueOn: "2026-12-02T11:00:00.000Z" })[0]).toBe(
    "Partner Center: Waiting on Microsoft – 1 day left for Microsoft to answer.",
  );
  expect(linesOf(offered)[0]).toBe(
    "Partner Center: Needs attention – 9 days left to accept or decline; Microsoft asks for an answer within 24 hours.",
  );
});

test("a seller reads why a deal needs attention, and that one whose sync is off is paused", () => {
  const [failed] = linesOf({ status: "needsAttention", statusLabel: "Needs attention", failureCode: "referral.gone" });
  expect(failed).toMatch(/^Partner Center: Needs attention – \S.+\.$/);
  expect(linesOf({ isSyncOn: false, failureCode: "referral.gone" })[0]).toBe("Partner Center: Paused.");
});

test("what both sides changed is named, and a summary shows both values", () => {
  const conflict = {
    label: "Deal value",
    dynamicsValue: "500",
    partnerCenterValue: "",
    foundOn: "2026-12-01T11:00:00.000Z",
  };
  expect(linesOf({ conflicts: [conflict], differences: ["Notes"] })[1]).toBe(
    "To decide in Dynamics 365, as both sides changed it: Deal value.",
  );
  expect(linesOf({ differences: ["Notes"] })[1]).toBe("Partner Center holds another value: Notes.");
  const [latest] = toRecordSummary([{ ...deal, conflicts: [conflict] }], view);
  expect(latest).toMatchObject({
    description: "Deal value: Dynamics 365 holds “500”, Partner Center holds nothing.",
    dateTime: conflict.foundOn,
  });
});

test("a summary ends with what happened first", () => {
  const summary = toRecordSummary([deal], view);
  expect(summary.at(-1)?.description).toBe("Shared with Partner Center.");
  const moments = summary.map(({ dateTime }) => dateTime);
  expect(moments).toEqual([...moments].sort().reverse());
});

test("lines about a customer name their deals, within what the pane takes", () => {
  const [line = ""] = linesOf({ ...offered, name: "Long ".repeat(60) }, { namesDeals: true });
  expect(line).toMatch(/^“Long Long .*…” – Partner Center: Needs attention/);
  expect(line).toHaveLength(130);
});

test("a deal that is in Partner Center is a related record, and no other one is", () => {
  expect(toRelatedRecords([{ ...deal, referralId: "", referralLink: "" }], view)).toEqual([]);
  const [record] = toRelatedRecords([deal], view);
  expect(record).toMatchObject({ recordId: referralId, recordType: "referral", url: deal.referralLink });
  expect(Object.keys(record?.additionalProperties ?? {})[0]).toBe("Status");
});

test("a link goes to Partner Center or nowhere", () => {
  const links = [
    "https://partner.microsoft.com.evil.example/x",
    "javascript:alert(1)",
    'https://partner.microsoft.com/x"><script>',
    "http://127.0.0.1:4280/referrals/1",
    "",
  ];
  for (const referralLink of links)
    expect(toRelatedRecords([{ ...deal, referralLink }], view)[0]).not.toHaveProperty("url");
  const [local] = toRelatedRecords([{ ...deal, referralLink: "http://127.0.0.1:4280/referrals/1" }], {
    ...view,
    isLocal: true,
  });
  expect(local?.url).toBe("http://127.0.0.1:4280/referrals/1");
});

const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

const arbitraryText = fc.string({ unit: "binary", maxLength: 300 });

const arbitraryDeal: fc.Arbitrary<DealFacts> = fc.record({
  table: fc.constantFrom("opportunity" as const, "lead" as const),
  id: fc.uuid(),
  name: arbitraryText,
  isSyncOn: fc.boolean(),
  status: fc.constantFrom(...(Object.keys(choices.syncStatus) as SyncStatus[])),
  statusLabel: arbitraryText,
  referralId: fc.oneof(fc.uuid(), fc.constant("")),
  referralLink: fc.oneof(fc.webUrl(), fc.constant(deal.referralLink), arbitraryText),
  microsoftCrmIdentifier: arbitraryText,
  helpLabel: arbitraryText,
  failureCode: fc.constantFrom("", "referral.answerDue", "referral.gone", "nobody.knows"),
  answerDueOn: fc.option(instant),
  lastSyncedOn: fc.option(instant),
  modifiedOn: instant,
  differences: fc.array(arbitraryText, { maxLength: 4 }),
  solutions: fc.array(arbitraryText, { maxLength: 4 }),
  conflicts: fc.array(
    fc.record({
      label: arbitraryText,
      dynamicsValue: arbitraryText,
      partnerCenterValue: arbitraryText,
      foundOn: instant,
    }),
    { maxLength: 4 },
  ),
  trail: fc.array(fc.record({ words: arbitraryText, occurredOn: instant }), { maxLength: 5 }),
});

test("whatever deals hold, the answers are as the documents say", () => {
  fc.assert(
    fc.property(fc.array(arbitraryDeal, { maxLength: 3 }), fc.boolean(), (deals, namesDeals) => {
      const how = { ...view, namesDeals };
      expect(breachesOf("recordDetails", { value: toRelatedRecords(deals, how), hasMoreResults: false })).toEqual([]);
      expect(breachesOf("recordSummary", { value: toRecordSummary(deals, how) })).toEqual([]);
      expect(breachesOf("keySalesInfo", { value: toKeySalesInfo(deals, how), hasMoreResults: true })).toEqual([]);
    }),
  );
});

test("the schemas refuse what the documents do not allow", () => {
  const [record] = toRelatedRecords([deal], view);
  const [line] = toKeySalesInfo([deal], view);
  expect(breachesOf("recordDetails", { value: [{ ...record, recordTitle: undefined }] })).not.toEqual([]);
  expect(breachesOf("recordDetails", { value: [{ ...record, additionalProperties: { Days: 3 } }] })).not.toEqual([]);
  expect(breachesOf("keySalesInfo", { value: [{ ...line, description: "x".repeat(131) }] })).not.toEqual([]);
  expect(breachesOf("recordSummary", { value: [{ ...line, dateTime: "yesterday" }] })).not.toEqual([]);
  expect(breachesOf("recordSummary", { hasMoreResults: false })).not.toEqual([]);
});
