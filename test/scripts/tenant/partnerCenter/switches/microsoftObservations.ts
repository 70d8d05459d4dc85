import type { microsoftSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/microsoftSwitches";
import { coSellDeal, privateDeal } from "../referralSamples";
import { referralsAddress as referrals } from "../referralsAddress";
import type { WireBody } from "../startSandbox";
import { register } from "../webhookSamples";
import { replace, type Observations, type Observer } from "./Observer";

const notesOf = (referral: WireBody): unknown => (referral["details"] as { notes: unknown }).notes;

const begin = async (on: Observer, kind: string): Promise<WireBody> =>
  (await on.control("POST", "microsoft/referrals", { kind, name: "Deal", companyName: "Fabrikam" })).body;

export const microsoftObservations: Observations<keyof typeof microsoftSwitches> = {
  assistanceRequestCodePlace: {
    see: async (on) => {
      const asking = { inviteContext: { assistanceRequestCode: "GeneralOrOther" } };
      const silent = { inviteContext: { notes: "Please" } };
      return [
        (await on.invite(await on.own(), asking)).status,
        (await on.invite(await on.own(coSellDeal(asking)), silent)).status,
      ];
    },
    expected: { eitherReferral: [200, 200], microsoftReferral: [200, 400], ownReferral: [400, 200] },
  },
  singlePost: {
    see: async (on) => {
      const asking = { inviteContext: { assistanceRequestCode: "GeneralOrOther" } };
      await on.own(coSellDeal(asking));
      await on.own(coSellDeal());
      const { value } = (await on.running.call("GET", referrals)).body;
      return value.map((one) => one["organizationId"]).filter((id) => id === "msft").length;
    },
    expected: { createsOwn: 0, createsBoth: 1 },
  },
  secondInvitation: {
    see: async (on) => {
      const deal = await on.own();
      await on.invite(deal);
      return (await on.invite(deal)).status;
    },
    expected: { accepted: 200, conflict: 409 },
  },
  invitationFromIndependent: {
    see: async (on) => (await on.invite(await on.own(privateDeal()))).status,
    expected: { becomesShared: 200, refused: 400 },
  },
  microsoftReferrals: {
    see: async (on) => {
      const connected = await on.invite(await on.own());
      const one = await on.running.call("GET", `${referrals}/${connected.body.id}`);
      return [one.status, (await on.running.call("GET", referrals)).body.value.length];
    },
    expected: { shown: [200, 2], hidden: [404, 1] },
  },
  microsoftReferralFields: {
    see: async (on) => {
      const { body } = await on.invite(await on.own());
      return [body["team"], (body["customerProfile"] as { team: unknown[] }).team].map(
        (team) => (team as unknown[]).length,
      );
    },
    expected: { all: [1, 1], withoutTeams: [0, 0] },
  },
  microsoftReferralPatch: {
    see: async (on) => {
      const connected = await on.invite(await on.own());
      return (await on.patch(connected.body.id, [replace("/details/notes", "x")])).status;
    },
    expected: { refused: 403, accepted: 204 },
  },
  partnerEditsReach: {
    see: async (on) => {
      const deal = await on.own();
      const { body } = await on.invite(deal);
      await on.patch(deal.id, [replace("/details/notes", "new")]);
      return notesOf(await on.get(body.id));
    },
    expected: { bothReferrals: "new", ownReferral: "" },
  },
  microsoftEditsReach: {
    see: async (on) => {
      const deal = await on.own();
      await on.invite(deal);
      await on.control("POST", `microsoft/referrals/${deal.id}/edit`, { notes: "theirs" });
      return notesOf(await on.get(deal.id));
    },
    expected: { microsoftReferral: "", bothReferrals: "theirs" },
  },
  microsoftMsxIdPlace: {
    see: async (on) => {
      const deal = await on.own();
      const { body } = await on.invite(deal);
      await on.control("POST", `microsoft/referrals/${deal.id}/accept`, { msxId: "7-1" });
      return [(await on.get(deal.id))["trackingInfo"], (await on.get(body.id))["trackingInfo"]];
    },
    expected: {
      bothReferrals: [{ microsoftMsxId: "7-1" }, { microsoftMsxId: "7-1" }],
      microsoftReferral: [null, { microsoftMsxId: "7-1" }],
      ownReferral: [{ microsoftMsxId: "7-1" }, null],
    },
  },
  statusReasonFormat: {
    see: async (on) => {
      const { id } = await on.own();
      const closing = { outcome: "Lost", reason: "CustomerDidNotRespond" };
      return (await on.control("POST", `partner/referrals/${id}/close`, closing)).body["statusReason"];
    },
    expected: { words: "Customer did not respond", code: "CustomerDidNotRespond", number: "2" },
  },
  inboundSubstatus: {
    see: async (on) => (await begin(on, "coSell"))["substatus"],
    expected: { Pending: "Pending", Received: "Received" },
  },
  inboundCoSellQualification: {
    see: async (on) => (await begin(on, "coSell"))["qualification"],
    expected: { SalesQualified: "SalesQualified", None: "None" },
  },
  inboundCoSellInviter: {
    see: async (on) => (await begin(on, "coSell"))["inviteContext"] === null,
    expected: { msft: false, nobody: true },
  },
  marketplaceLeads: {
    see: async (on) => {
      await register(on.running);
      const { id } = await begin(on, "marketplaceLead");
      return [
        (await on.running.call("GET", `${referrals}/${id}`)).status,
        on.running.sandbox.state.deliveries.all().length,
      ];
    },
    expected: { returned: [200, 1], hidden: [404, 0] },
  },
  marketplaceLeadInviter: {
    see: async (on) => (await begin(on, "marketplaceLead"))["inviteContext"] === null,
    expected: { msft: false, nobody: true },
  },
};
