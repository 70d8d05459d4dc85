import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { switchNames, switchTable, type SwitchName } from "../../../../scripts/tenant/partnerCenter/switches/switches";
import { change } from "./change";
import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox, type WireBody } from "./startSandbox";

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const post = (body: object): Promise<Reply> => running.call("POST", referrals, { body });
const patch = (id: string, operations: object[], headers = {}): Promise<Reply> =>
  running.call("PATCH", `${referrals}/${id}`, { body: operations, headers });
const replace = (path: string, value: unknown): object => ({ op: "replace", path, value });
const own = async (body: object = coSellDeal()): Promise<WireBody> => (await post(body)).body;
const invite = async (deal: WireBody, changes: object = {}): Promise<Reply> =>
  post(invitation(deal.engagementId, changes));
const innerCode = (reply: Reply): string => reply.body.error.innerError.code;
const visibility = "/consent/consentToShareReferralWithMicrosoftSellers";

/** For each switch: what a caller sees at each of its values. Adding a switch without an entry does not compile. */
const observations: Readonly<Record<SwitchName, { see: () => Promise<unknown>; expected: Record<string, unknown> }>> = {
  createdStatus: { see: async () => (await post(privateDeal())).status, expected: { "200": 200, "201": 201 } },
  ownCreateState: {
    see: async () => {
      const { status, substatus, acceptedDateTime } = await own(privateDeal({ status: "New", substatus: "Pending" }));
      return [status, substatus, acceptedDateTime === null];
    },
    expected: { activeAccepted: ["Active", "Accepted", false], asSent: ["New", "Pending", true] },
  },
  newWithAccepted: {
    see: async () => (await post(privateDeal({ status: "New", substatus: "Accepted" }))).status,
    expected: { refused: 400, accepted: 200 },
  },
  substatusTransitions: {
    see: async () => {
      const { id } = await own();
      return (await patch(id, [replace("/status", "Closed"), replace("/substatus", "Declined")])).status;
    },
    expected: { strict: 400, asTabled: 204 },
  },
  validationStatus: { see: async () => (await post({})).status, expected: { "400": 400, "422": 422 } },
  unsupportedPatchOperationStatus: {
    see: async () => (await patch((await own()).id, [{ op: "remove", path: "/team/0" }])).status,
    expected: { "400": 400, "422": 422 },
  },
  patchPaths: {
    see: async () => (await patch((await own()).id, [replace("/name", "New name")])).status,
    expected: { documented: 400, anyWritable: 204 },
  },
  unchangedPatch: {
    see: async () => {
      const { id, eTag } = await own();
      return (await patch(id, [])).headers.get("etag") === eTag;
    },
    expected: { keepsETag: true, newETag: false },
  },
  staleETagCode: {
    see: async () => (await patch((await own()).id, [], { "if-match": '"old"' })).body.error.code,
    expected: { preconditionFailed: "preconditionFailed", resourceModified: "resourceModified" },
  },
  unauthenticatedCode: {
    see: async () => (await running.call("GET", referrals, { headers: { authorization: null } })).body.error.code,
    expected: { unauthenticated: "unauthenticated", unAuthorized: "unAuthorized" },
  },
  mfaClaim: {
    see: async () => {
      const withoutMfa = { ...localPartner.user, withMfa: false };
      const refreshToken = running.sandbox.identity.issueRefreshToken(localPartner.client.clientId, withoutMfa);
      return callWithGrant({ grant_type: "refresh_token", refresh_token: refreshToken });
    },
    expected: { required: 401, notChecked: 200 },
  },
  appOnlyReferralCalls: {
    see: async () => callWithGrant({ grant_type: "client_credentials" }),
    expected: { refused: 403, accepted: 200 },
  },
  unreachableReferral: {
    see: async () => {
      const { id } = await own();
      const token = running.token("https://api.partner.microsoft.com", "sam.eriksen@contoso-partner.example");
      return (await running.call("GET", `${referrals}/${id}`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    },
    expected: { "404": 404, "403": 403 },
  },
  registrationRoles: {
    see: async () => {
      const token = running.token("https://api.partnercenter.microsoft.com", "sam.eriksen@contoso-partner.example");
      const path = "/partnercenter/webhooks/v1/registration/events";
      return (await running.call("GET", path, { headers: { authorization: `Bearer ${token}` } })).status;
    },
    expected: { notChecked: 200, required: 403 },
  },
  clientRequestId: {
    see: async () => (await running.call("GET", referrals, { headers: { "client-request-id": null } })).status,
    expected: { required: 400, optional: 200 },
  },
  unknownProperties: {
    see: async () => (await post(privateDeal({ nmae: "typing error" }))).status,
    expected: { refused: 400, ignored: 200 },
  },
  marketplaceIntent: {
    see: async () => {
      const without = change(privateDeal(), "/details/requirements/additionalRequirements", undefined);
      return (await post(without)).status;
    },
    expected: { required: 400, optional: 200 },
  },
  bulkImportColumns: {
    see: async () => [(await post(privateDeal({ team: [] }))).status, (await post(privateDeal())).status],
    expected: { optional: [200, 200], required: [400, 200] },
  },
  unknownSolutions: {
    see: async () => (await post(change(privateDeal(), "/details/requirements/solutions/0/id", "SOL-1-X"))).status,
    expected: { refused: 400, accepted: 200 },
  },
  assistanceRequestCodePlace: {
    see: async () => {
      const asking = { inviteContext: { assistanceRequestCode: "GeneralOrOther" } };
      const silent = { inviteContext: { notes: "Please" } };
      return [(await invite(await own(), asking)).status, (await invite(await own(coSellDeal(asking)), silent)).status];
    },
    expected: { eitherReferral: [200, 200], microsoftReferral: [200, 400], ownReferral: [400, 200] },
  },
  secondInvitation: {
    see: async () => {
      const deal = await own();
      await invite(deal);
      return (await invite(deal)).status;
    },
    expected: { accepted: 200, conflict: 409 },
  },
  duplicateExternalReference: {
    see: async () => {
      await own();
      return [(await post(coSellDeal())).status, (await post(coSellDeal({ externalReferenceId: null }))).status];
    },
    expected: { accepted: [200, 200], conflict: [409, 200] },
  },
  invitationFromIndependent: {
    see: async () => (await invite(await own(privateDeal()))).status,
    expected: { becomesShared: 200, refused: 400 },
  },
  visibilityWithdrawal: {
    see: async () => {
      const { id } = await own();
      const { status } = await patch(id, [replace(visibility, false)]);
      const { body } = await running.call("GET", `${referrals}/${id}`);
      return [status, (body["consent"] as Record<string, unknown>)["consentToShareReferralWithMicrosoftSellers"]];
    },
    expected: { refused: [400, true], ignored: [204, true], accepted: [204, false] },
  },
  microsoftReferrals: {
    see: async () => {
      const connected = await invite(await own());
      const one = await running.call("GET", `${referrals}/${connected.body.id}`);
      return [one.status, (await running.call("GET", referrals)).body.value.length];
    },
    expected: { shown: [200, 2], hidden: [404, 1] },
  },
  microsoftReferralFields: {
    see: async () => {
      const { body } = await invite(await own());
      return [body["team"], (body["customerProfile"] as { team: unknown[] }).team].map(
        (team) => (team as unknown[]).length,
      );
    },
    expected: { all: [1, 1], withoutTeams: [0, 0] },
  },
  microsoftReferralPatch: {
    see: async () => {
      const connected = await invite(await own());
      return (await patch(connected.body.id, [replace("/details/notes", "x")])).status;
    },
    expected: { refused: 403, accepted: 204 },
  },
  salesStageFormat: {
    see: async () => [
      (await post(privateDeal({ salesStage: "Develop" }))).status,
      (await post(privateDeal({ salesStage: "40" }))).status,
    ],
    expected: { either: [200, 200], names: [200, 400], percent: [400, 200] },
  },
  relatedLinkQuotes: {
    see: async () => {
      const links = (await own())["links"] as { relatedReferrals: { uri: string } };
      return links.relatedReferrals.uri.includes("'");
    },
    expected: { unquoted: false, quoted: true },
  },
  externalReferenceIdFilter: {
    see: async () => (await running.call("GET", `${referrals}?$filter=externalReferenceId eq 'x'`)).status,
    expected: { accepted: 200, refused: 400 },
  },
  odataCount: {
    see: async () => {
      await invite(await own());
      return (await running.call("GET", `${referrals}?$top=1`)).body["@odata.count"];
    },
    expected: { total: 2, page: 1 },
  },
  pageSize: {
    see: async () => {
      const { state } = running.sandbox;
      const { id } = await own();
      const seed = state.referrals.get(id);
      if (seed === undefined) throw new Error("The seed referral is gone.");
      for (let index = 0; index < 250; index++) state.referrals.set(String(index), { ...seed, id: String(index) });
      return (await running.call("GET", `${referrals}?$top=200`)).body.value.length;
    },
    expected: { "100": 100, "200": 200 },
  },
  secondRegistration: {
    see: async () => {
      const body = { WebhookUrl: "https://flow.example/", WebhookEvents: ["referral-created"] };
      await running.call("POST", "/partnercenter/webhooks/v1/registration", { body });
      return (await running.call("POST", "/partnercenter/webhooks/v1/registration", { body })).status;
    },
    expected: { refused: 400, overwrites: 200 },
  },
  earlierRefreshToken: {
    see: async () => {
      const refreshToken = running.sandbox.identity.issueRefreshToken(localPartner.client.clientId, localPartner.user);
      const grant = { grant_type: "refresh_token", refresh_token: refreshToken };
      return [(await askToken(grant)).status, (await askToken(grant)).status];
    },
    expected: { staysValid: [200, 200], revoked: [200, 400] },
  },
};

function askToken(grant: Record<string, string>): Promise<Reply> {
  const { client, tenantId } = localPartner;
  const scope = "https://api.partner.microsoft.com/.default";
  const form = { client_id: client.clientId, client_secret: client.clientSecret, scope, ...grant };
  const body = new URLSearchParams(form).toString();
  return running.call("POST", `/login/${tenantId}/oauth2/v2.0/token`, { body });
}

async function callWithGrant(grant: Record<string, string>): Promise<number> {
  const token = String((await askToken(grant)).body["access_token"]);
  return (await running.call("GET", referrals, { headers: { authorization: `Bearer ${token}` } })).status;
}

const settings = switchNames.flatMap((name) => switchTable[name].values.map((value) => [name, value] as const));

test.each(settings)("switch %s at %s", async (name, value) => {
  const set = await running.call("PATCH", "/sandbox/switches", { body: { [name]: value } });

  expect(set.status).toBe(200);
  expect(await observations[name].see()).toEqual(observations[name].expected[value]);
});

test("every switch starts at its documented default", async () => {
  const reply = await running.call("GET", "/sandbox/switches");

  for (const name of switchNames) expect(reply.body[name]).toBe(switchTable[name].default);
});

test.each([
  [{ createdStatus: "202" }],
  [{ createdstatus: "201" }],
  [{ pageSize: "200", unknown: "x" }],
  [{ constructor: "x" }],
])("the setting %j is refused and sets nothing", async (body) => {
  const reply = await running.call("PATCH", "/sandbox/switches", { body });

  expect(reply.status).toBe(400);
  expect(running.sandbox.state.switches.pageSize).toBe("100");
});

test("a rule's code stays the same at either status", async () => {
  running.sandbox.state.switches.validationStatus = "422";

  expect(innerCode(await post({}))).toBe("requiredFieldMissing");
});
