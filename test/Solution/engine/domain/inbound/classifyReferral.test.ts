import { classifyReferral } from "../../../../../Solution/engine/domain/inbound/classifyReferral";
import { parseReferral, type Referral } from "../../../../../Solution/engine/domain/referral/Referral";
import type { JsonObject } from "../../../../../Solution/engine/domain/values/Json";

const referral = (changes: JsonObject): Referral => {
  const parsed = parseReferral({
    id: "44444444-4444-4444-8444-444444444444",
    organizationId: "contoso",
    status: "New",
    substatus: "Pending",
    direction: "Incoming",
    ...changes,
  });
  if (parsed === null) throw new Error("no referral");
  return parsed;
};

const invitedBy = (organizationId: string): JsonObject => ({ inviteContext: { invitedBy: { organizationId } } });

/* The table of categories, row by row, and the cautions beside it. */
test.each([
  ["a marketplace lead of Microsoft's", { type: "Independent", qualification: "Direct", ...invitedBy("msft") }, "lead"],
  ["a marketplace lead of nobody's", { type: "Independent", qualification: "Direct" }, "lead"],
  ["a qualified lead", { type: "Independent", qualification: "SalesQualified", ...invitedBy("msft") }, "lead"],
  ["a marketing lead", { type: "Independent", qualification: "MarketingQualified", ...invitedBy("MSFT") }, "lead"],
  ["a shared deal", { type: "Shared", qualification: "SalesQualified", ...invitedBy("other-partner") }, "coSell"],
  ["a shared deal that Microsoft begins", { type: "Shared", qualification: "None", ...invitedBy("msft") }, "coSell"],
  ["a partner's deal", { type: "Independent", qualification: "None", ...invitedBy("other-partner") }, "coSell"],
  ["a deal of nobody's", { type: "Independent", qualification: "SalesQualified", inviteContext: null }, "coSell"],
  [
    "an own deal made in Partner Center",
    { type: "Independent", qualification: "Direct", direction: "Outgoing" },
    "coSell",
  ],
  ["Microsoft's side", { type: "Shared", organizationId: "msft", status: "Closed" }, "microsoftSide"],
  ["a type of tomorrow", { type: "Alliance", qualification: "Direct" }, "unknown"],
  ["a qualification of tomorrow", { type: "Independent", qualification: "Curious", ...invitedBy("msft") }, "unknown"],
  ["no type at all", {}, "unknown"],
])("%s", (_case, content, kind) => {
  expect(classifyReferral(referral(content), false, false).kind).toBe(kind);
});

test("what marketplace leads tell about their source does not count", () => {
  const deal = {
    type: "Shared",
    qualification: "SalesQualified",
    referralSource: "AppSource",
    callToAction: "ContactMe",
  };

  expect(classifyReferral(referral(deal), false, false).kind).toBe("coSell");
});

test("what was closed before anything was known of it makes no record", () => {
  expect(classifyReferral(referral({ type: "Shared", status: "Closed", substatus: "Expired" }), false, false)).toEqual({
    kind: "ignored",
    because: "closedBefore",
  });
});

test("co-sell only keeps leads out and lets deals in", () => {
  const lead = { type: "Independent", qualification: "Direct" };

  expect(classifyReferral(referral(lead), true, false)).toEqual({ kind: "ignored", because: "leadsStayAway" });
  expect(classifyReferral(referral({ type: "Shared" }), true, false)).toEqual({ kind: "coSell" });
});

test("a deal that was closed while it was being brought in comes in whole, as any that a stopped run has begun", () => {
  const closed = referral({ type: "Shared", status: "Closed", substatus: "Declined" });
  expect(classifyReferral(closed, false, true)).toEqual({ kind: "coSell" });
});
