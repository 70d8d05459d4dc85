import type { accessSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/accessSwitches";
import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { referralsAddress as referrals } from "../referralsAddress";
import { type Observations } from "./Observer";

export const accessObservations: Observations<keyof typeof accessSwitches> = {
  unauthenticatedCode: {
    see: async (on) => (await on.running.call("GET", referrals, { headers: { authorization: null } })).body.error.code,
    expected: { unauthenticated: "unauthenticated", unAuthorized: "unAuthorized" },
  },
  mfaClaim: {
    see: async (on) => {
      const withoutMfa = { ...localPartner.user, withMfa: false };
      const refreshToken = on.running.sandbox.identity.issueRefreshToken(localPartner.client.clientId, withoutMfa);
      return on.callWithGrant({ grant_type: "refresh_token", refresh_token: refreshToken });
    },
    expected: { required: 401, notChecked: 200 },
  },
  appOnlyReferralCalls: {
    see: async (on) => on.callWithGrant({ grant_type: "client_credentials" }),
    expected: { refused: 403, accepted: 200 },
  },
  unreachableReferral: {
    see: async (on) => {
      const { id } = await on.own();
      const token = on.running.token("https://api.partner.microsoft.com", "sam.eriksen@contoso-partner.example");
      return (await on.running.call("GET", `${referrals}/${id}`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    },
    expected: { "404": 404, "403": 403 },
  },
  registrationRoles: {
    see: async (on) => {
      const token = on.running.token("https://api.partnercenter.microsoft.com", "sam.eriksen@contoso-partner.example");
      const path = "/partnercenter/webhooks/v1/registration/events";
      return (await on.running.call("GET", path, { headers: { authorization: `Bearer ${token}` } })).status;
    },
    expected: { notChecked: 200, required: 403 },
  },
  clientRequestId: {
    see: async (on) => (await on.running.call("GET", referrals, { headers: { "client-request-id": null } })).status,
    expected: { required: 400, optional: 200 },
  },
  earlierRefreshToken: {
    see: async (on) => {
      const refreshToken = on.running.sandbox.identity.issueRefreshToken(
        localPartner.client.clientId,
        localPartner.user,
      );
      const grant = { grant_type: "refresh_token", refresh_token: refreshToken };
      return [(await on.askToken(grant)).status, (await on.askToken(grant)).status];
    },
    expected: { staysValid: [200, 200], revoked: [200, 400] },
  },
};
