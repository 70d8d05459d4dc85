import type { editSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/editSwitches";
import { referralsAddress as referrals } from "../referralsAddress";
import { replace, type Observations } from "./Observer";

const visibility = "/consent/consentToShareReferralWithMicrosoftSellers";

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
};
