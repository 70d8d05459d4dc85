import type { editSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/editSwitches";
import { referralsAddress as referrals } from "../referralsAddress";
import type { Reply } from "../startSandbox";
import { replace, type Observations, type Observer } from "./Observer";

const visibility = "/consent/consentToShareReferralWithMicrosoftSellers";

const fewestFields = {
  type: "AzureIPCoSell",
  solutionDetails: [{ id: "SOL-10001-CFS", value: 1 }],
  contract: { value: 1, signDateTime: "2026-01-10T00:00:00Z", startDateTime: "2026-01-10T00:00:00Z" },
};
const [fewestOfSolution] = fewestFields.solutionDetails;
const registration = {
  ...fewestFields,
  solutionDetails: [
    {
      ...fewestOfSolution,
      currency: "NOK",
      isDeployedOnAzure: true,
      primaryDeploymentOn: "Partner",
      pricingModel: "Other",
      marketplaceTransactionDetails: { isMarketplaceTransacted: false },
    },
  ],
  contract: { ...fewestFields.contract, currency: "NOK", term: "Perpetual" },
};

const register = (on: Observer, id: string, value: object): Promise<Reply> =>
  on.patch(id, [{ op: "add", path: "/registrations/-", value }]);

/** A deal that was won in good time. */
async function won(on: Observer): Promise<string> {
  const { id } = await on.own();
  on.running.time.nowMs += 72 * 60 * 60 * 1000;
  await on.patch(id, [replace("/status", "Closed"), replace("/substatus", "Won")]);
  return id;
}

async function registered(on: Observer): Promise<string> {
  const id = await won(on);
  await register(on, id, registration);
  return id;
}

export const editObservations: Observations<keyof typeof editSwitches> = {
  substatusTransitions: {
    see: async (on) => {
      const { id } = await on.own();
      return (await on.patch(id, [replace("/status", "Closed"), replace("/substatus", "Declined")])).status;
    },
    expected: { strict: 400, asTabled: 204 },
  },
  unsupportedPatchOperationStatus: {
    see: async (on) => (await on.patch((await on.own()).id, [{ op: "remove", path: "/team/0" }])).status,
    expected: { "400": 400, "422": 422 },
  },
  patchPaths: {
    see: async (on) => (await on.patch((await on.own()).id, [replace("/name", "New name")])).status,
    expected: { documented: 400, anyWritable: 204 },
  },
  unchangedPatch: {
    see: async (on) => {
      const { id, eTag } = await on.own();
      return (await on.patch(id, [])).headers.get("etag") === eTag;
    },
    expected: { keepsETag: true, newETag: false },
  },
  staleETagCode: {
    see: async (on) => (await on.patch((await on.own()).id, [], { "if-match": '"old"' })).body.error.code,
    expected: { preconditionFailed: "preconditionFailed", resourceModified: "resourceModified" },
  },
  visibilityWithdrawal: {
    see: async (on) => {
      const { id } = await on.own();
      const { status } = await on.patch(id, [replace(visibility, false)]);
      const { body } = await on.running.call("GET", `${referrals}/${id}`);
      return [status, (body["consent"] as Record<string, unknown>)["consentToShareReferralWithMicrosoftSellers"]];
    },
    expected: { refused: [400, true], ignored: [204, true], accepted: [204, false] },
  },
  statusReason: {
    see: async (on) => {
      const { id } = await on.own();
      return (await on.patch(id, [replace("/status", "Closed"), replace("/substatus", "Lost")])).status;
    },
    expected: { optional: 204, required: 400 },
  },
  wonWithin72Hours: {
    see: async (on) => {
      const { id } = await on.own();
      const win = (): Promise<Reply> => on.patch(id, [replace("/status", "Closed"), replace("/substatus", "Won")]);
      const early = await win();
      on.running.time.nowMs += 72 * 60 * 60 * 1000;
      return [early.status, early.status === 204 ? null : (await win()).status];
    },
    expected: { accepted: [204, null], refused: [400, 204] },
  },
  secondDealRegistration: {
    see: async (on) => {
      const id = await registered(on);
      return (await register(on, id, registration)).status;
    },
    expected: { refused: 409, accepted: 204 },
  },
  registrationFields: {
    see: async (on) => (await register(on, await won(on), fewestFields)).status,
    expected: { asInFiles: 400, fewest: 204 },
  },
  registrationEdits: {
    see: async (on) => {
      const id = await registered(on);
      await on.control("POST", `microsoft/referrals/${id}/review`, { status: "Approved" });
      return (await on.patch(id, [replace("/registrations/0/contract/value", 2)])).status;
    },
    expected: { untilDecided: 400, always: 204 },
  },
  marketplaceTransactedRegistration: {
    see: async (on) => {
      const path = "/registrations/0/solutionDetails/0/marketplaceTransactionDetails";
      const id = await registered(on);
      const value = { isMarketplaceTransacted: true, marketplaceTransactionDateTime: "2026-01-11T00:00:00Z" };
      return (await on.patch(id, [{ op: "add", path, value }])).status;
    },
    expected: { accepted: 204, refused: 400 },
  },
};
