import type { FidelityEntry, Source } from "../FidelityEntry";
import { learn, tested } from "./tested";

const developer = (page: string): Source => learn(`partner-center/developer/${page}`);
const create = developer("create-a-referral");
const list = developer("get-a-list-of-referrals");
const patch = developer("patch-a-referral");
const resource = developer("referral-resources");
const authentication = developer("referral-api-authentication");
const codes = developer("referrals-api-response-codes");
const introduction = developer("referrals-api-introduction");
const webhooks = developer("partner-center-webhooks");
const events = developer("partner-center-webhook-events");
const throttling = developer("api-throttling-guidance");
const coSell = learn("partner-center/referrals/manage-co-sell-opportunities");
const leads = learn("partner-center/referrals/manage-leads");
const registering = learn("partner-center/referrals/register-deals");
const permissions = learn("partner-center/permissions-overview");
const swagger: Source = {
  kind: "artefact",
  name: "microsoft/PowerPlatformConnectors certified-connectors/PartnerCenterReferrals/apiDefinition.swagger.json",
};
const folder = "test/scripts/tenant/partnerCenter";

const creating = [
  ...tested("partnerCenter", `${folder}/createReferral.test.ts`, [
    [
      "A referral of the own company is Active and Accepted from the start.",
      coSell,
      "an own referral is accepted from the start and can be read back",
    ],
    [
      "A second POST with the engagementId and the target msft invites Microsoft, which has 14 days.",
      create,
      "a connected referral belongs to Microsoft and waits 14 days for its answer",
    ],
    [
      "links.relatedReferrals finds both sides of the deal.",
      resource,
      "links lead back to the sandbox, and the related one finds both sides of the deal",
    ],
    ["Read-only properties of a body are ignored.", resource, "read-only properties in the body are ignored"],
    [
      "eTag stands in the body and in the header, with quotes of its own.",
      resource,
      "the eTag stands in the body and the header, inner quotes included",
    ],
    ["A referral that nobody knows is 404 with itemNotFound.", codes, "a referral nobody knows is not found"],
    [
      "An invitation without an answer is Expired after 14 days.",
      coSell,
      "an unanswered invitation expires after 14 days, not a moment before",
    ],
    [
      "An invitation makes a private deal Shared and visible.",
      coSell,
      "a private deal that invites Microsoft becomes shared and visible",
    ],
  ]),
  ...tested("partnerCenter", `${folder}/creationRules.test.ts`, [
    ["A POST needs customerProfile.", create, "/customerProfile"],
    ["A POST needs consent.", create, "/consent"],
    ["A POST needs details.", create, "/details"],
    ["A customer has a name.", create, "/customerProfile/name"],
    ["A customer's address has a country of two letters.", create, "/customerProfile/address/country"],
    ["A deal has a value.", create, "/details/dealValue"],
    ["A deal has a currency of ISO 4217.", create, "/details/currency"],
    ["A deal has a closing date.", create, "/details/closingDateTime"],
    [
      "A deal that asks Microsoft for help has a customer contact and is visible.",
      coSell,
      "an own referral that asks for help needs a contact and visibility too",
    ],
    ["Microsoft is not invited into a deal that is closed.", coSell, "Microsoft cannot be invited into a closed deal"],
  ]),
];

const changing = tested("partnerCenter", `${folder}/patchReferral.test.ts`, [
  [
    "PATCH takes a JSON Patch and answers 204 without a body.",
    patch,
    "a patch changes the value, the eTag and the time of change, and answers nothing",
  ],
  [
    "Prefer: return=representation brings the changed referral back.",
    patch,
    "with Prefer: return=representation the changed referral comes back",
  ],
  [
    "If-Match with an old eTag is refused with 412, and nothing changes.",
    patch,
    "a patch with the current eTag, a star or none is taken, with an old one it is refused and changes nothing",
  ],
  ["An eTag without its inner quotes is not the eTag.", resource, "an eTag without its inner quotes is not the eTag"],
  ["/team/- and /details/requirements/solutions/- append.", swagger, "team members and solutions can be appended"],
  [
    "Nothing is taken out of a list but by replacing it.",
    patch,
    "a list can be replaced by a shorter one, which is how things are removed",
  ],
  ["Of a JSON Patch all operations happen, or none.", patch, "a patch is all or nothing"],
  ["Only add and replace are supported.", patch, "the operation %j is refused as %s"],
  ["An Active deal may be closed as Won or Lost.", coSell, "an accepted deal can be closed as %s"],
  ["An Active deal does not go back to New.", patch, "an accepted deal cannot go back to New"],
  ["A closed deal takes no edit.", coSell, "a closed deal takes no edit: %s"],
  ["Slashes behind the id are taken.", swagger, "slashes after the id are taken, as the connector sends them"],
  ["PUT is obsolete.", patch, "PUT is refused in favour of PATCH"],
]);

const reading = tested("partnerCenter", `${folder}/listReferrals.test.ts`, [
  [
    "A list is newest first and holds Microsoft's referrals, too.",
    list,
    "without options all referrals come, newest first, with Microsoft's",
  ],
  ["$filter compares status.", list, "status eq 'Active'"],
  ["$filter compares substatus.", list, "substatus eq 'Won'"],
  ["$filter knows and, or and not.", list, "qualification eq 'SalesQualified' and type eq 'Shared'"],
  ["$filter looks into the customer's address.", list, "customerProfile/address/country eq 'US' or substatus eq 'Won'"],
  ["$filter compares updatedDateTime with an instant.", list, "updatedDateTime ge 2026-01-15T12:04:00Z"],
  [
    "$filter asks for a member of the team by email.",
    list,
    "team/any(t:t/email eq 'sam@contoso-partner.example') and status eq 'Active'",
  ],
  ["$orderby takes createdDateTime and updatedDateTime.", list, "$orderby=%s gives %j"],
  ["$select returns the named properties.", list, "$select returns the named properties and no others"],
  [
    "$top and $skip cut a window out of the list.",
    list,
    "$top and $skip cut a window out of the list; the count stays that of the whole",
  ],
  [
    "@odata.nextLink leads to every referral once.",
    list,
    "following the next links visits every referral once, in order",
  ],
]);

const inbound = [
  ...tested("partnerCenter", `${folder}/inbound.test.ts`, [
    [
      "A co-sell deal of Microsoft's is New and Pending until the partner answers.",
      coSell,
      "a co-sell deal of Microsoft's waits for the partner, with all that Microsoft knows",
    ],
    ["A referral that nobody answers is Expired after 14 days.", leads, "unanswered it expires after fourteen days"],
    [
      "A qualified lead and a marketplace lead stand alone, without Microsoft's side.",
      introduction,
      "a %s stands alone, is %s, and needs no value to be accepted",
    ],
    [
      "The partner declines by status Closed and substatus Declined.",
      patch,
      "the partner declines, in Partner Center too",
    ],
  ]),
  ...tested("partnerCenter", `${folder}/sellers.test.ts`, [
    [
      "Once Microsoft accepts, trackingInfo holds its opportunity number.",
      resource,
      "when Microsoft accepts, its referral is active and both sides know the opportunity number",
    ],
    [
      "Microsoft's decline leaves the partner's own deal open.",
      coSell,
      "Microsoft declines with the reason %j, and the partner's own deal goes on",
    ],
    ["Each side closes for itself.", coSell, "each side closes for itself"],
  ]),
  ...tested("partnerCenter", `${folder}/roles.test.ts`, [
    [
      "A Referrals user sees the deals on whose team that person is.",
      permissions,
      "a Referrals user sees the deals of the own team, on both sides, and no others",
    ],
    [
      "Without a referral role nobody is let in.",
      permissions,
      "somebody without a referral role is let in nowhere, and told which role is missing",
    ],
    [
      "A Referrals admin of one location sees that location.",
      permissions,
      "an admin of one location sees and creates there only",
    ],
  ]),
];

const access = tested("partnerCenter", `${folder}/authentication.test.ts`, [
  ["A call without a good token is 401.", codes, "the Referrals API refuses a call with %s"],
  [
    "The webhook host wants a token for its own audience.",
    webhooks,
    "the webhook host wants its own audience and words errors its own way",
  ],
  [
    "A person's token without the claim of a second factor is 401 with 900421.",
    authentication,
    "a person's token without the MFA claim is refused with 900421 on both hosts",
  ],
  [
    "An app alone may register webhooks and touch no referral.",
    authentication,
    "an app without a person may register webhooks but not touch referrals",
  ],
  [
    "Every answer has a request-id, and repeats client-request-id.",
    codes,
    "every answer names the request, and repeats the caller's id",
  ],
  [
    "ValidateMfa: true is answered with isMfaCompliant.",
    authentication,
    "a call that asks whether it would pass the MFA check is told, on both hosts",
  ],
]);

const hooks = [
  ...tested("partnerCenter", `${folder}/webhooks.test.ts`, [
    ["GET registration/events lists what can be registered for.", webhooks, "the supported events can be listed"],
    [
      "A registration is made by POST, read by GET and changed by PUT.",
      webhooks,
      "a registration is made, read back, changed and kept under its subscriber id",
    ],
  ]),
  ...tested("partnerCenter", `${folder}/events.test.ts`, [
    [
      "referral-created and referral-updated tell of the own referral.",
      events,
      "an own referral is announced when created and when changed, in the documented words",
    ],
    [
      "related-referral-created and related-referral-updated tell of Microsoft's.",
      events,
      "Microsoft's side of a deal is announced as related",
    ],
    [
      "Only registered events are sent.",
      webhooks,
      "only registered events are sent, and nothing without a registration",
    ],
    [
      "A later registration of another environment takes the events away.",
      webhooks,
      "another environment that registers takes the feed away",
    ],
  ]),
  ...tested("partnerCenter", `${folder}/delivery.test.ts`, [
    [
      "A delivery is verified by its signature, its certificate address and its algorithm.",
      webhooks,
      "a delivery can be verified from its headers alone",
    ],
    [
      "The certificate names O=Microsoft Corporation.",
      webhooks,
      "the certificate is Microsoft's in name, issued by a root of its own that stands beside it",
    ],
    [
      "SignatureTokenToMsSignatureHeader moves the signature to x-ms-signature.",
      webhooks,
      "with the registration's flag the signature comes in its own header, and Authorization stays free",
    ],
  ]),
  ...tested("partnerCenter", `${folder}/retries.test.ts`, [
    ["After ten tries a delivery is parked.", webhooks, "after ten tries a delivery is parked and never tried again"],
  ]),
  ...tested("partnerCenter", `${folder}/validationEvents.test.ts`, [
    [
      "POST validationEvents sends test-created to who registered for it.",
      webhooks,
      "a validation event reaches the registered address, and its result can be read",
    ],
    [
      "Two validation events a minute are answered, the third is 429.",
      webhooks,
      "two a minute are answered, the third is told when to come back",
    ],
    [
      "The result of a validation event is kept for seven days.",
      webhooks,
      "a result is forgotten after seven days, and an unknown one was never there",
    ],
  ]),
  ...tested("partnerCenter", `${folder}/faults.test.ts`, [
    ["429 says in Retry-After when to come back.", throttling, "429 says when to come back"],
    [
      "Errors have code, message, target and innerError; unknown codes may come.",
      codes,
      "a fault may carry an error code nobody knows, on each host",
    ],
  ]),
];

const deals = tested("partnerCenter", `${folder}/dealRegistration.test.ts`, [
  [
    "A won deal is registered by add on /registrations/-.",
    swagger,
    "a won deal is registered, and the service fills in what only it knows",
  ],
  [
    "72 hours lie between creation and Won of a registered deal.",
    registering,
    "72 hours lie between creation and Won, and not a millisecond less",
  ],
  ["Only won deals are registered.", registering, "only won deals are registered: not active, not lost"],
  ["A private deal is not registered.", registering, "a private deal is not registered"],
  [
    "A co-sell deal is registered once Microsoft is on board.",
    registering,
    "a co-sell deal is registered once Microsoft is on board",
  ],
  ["A perpetual contract needs no end.", swagger, "a perpetual contract needs no end"],
]);

/** The Referrals API and its webhooks. */
export const partnerCenterEntries: readonly FidelityEntry[] = [
  ...creating,
  ...changing,
  ...reading,
  ...inbound,
  ...access,
  ...hooks,
  ...deals,
];
