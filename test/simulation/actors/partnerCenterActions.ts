import { createInboundReferral } from "../../../scripts/tenant/partnerCenter/inbound/createInboundReferral";
import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import { acceptReferral } from "../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { closeReferral } from "../../../scripts/tenant/partnerCenter/sellers/closeReferral";
import { declineReferral } from "../../../scripts/tenant/partnerCenter/sellers/declineReferral";
import { editReferral } from "../../../scripts/tenant/partnerCenter/sellers/editReferral";
import type { Seller } from "../../../scripts/tenant/partnerCenter/sellers/Seller";
import type { SellerAction } from "../../../scripts/tenant/partnerCenter/sellers/SellerAction";
import type { Chance } from "../time/Chance";
import { certificatePath } from "../../../scripts/tenant/partnerCenter/certificates/certificatePath";
import { signatureOf } from "../network/fakeSigner";
import { people, solutionIds } from "../world/installRows";
import { receiveMessage, statusOf } from "../world/receiveNotification";
import type { World } from "../world/World";
import type { Action } from "./Action";

const dayMs = 86_400_000;

export const pickReferral = (
  world: World,
  chance: Chance,
  fits: (referral: StoredReferral) => boolean,
): StoredReferral | null => {
  const referrals = [...world.sandbox.state.referrals.values()].filter((one) => !world.crowd.has(one.id) && fits(one));
  return referrals.length === 0 ? null : chance.pick(referrals);
};

const isMicrosofts = ({ organizationId }: StoredReferral): boolean => organizationId === "msft";
const sideOf = (seller: Seller) => (referral: StoredReferral) => isMicrosofts(referral) === (seller === "microsoft");

export const act = (
  world: World,
  chance: Chance,
  seller: Seller,
  status: StoredReferral["content"]["status"],
  action: SellerAction,
  fields: Readonly<Record<string, unknown>>,
): void => {
  const referral = pickReferral(world, chance, (one) => sideOf(seller)(one) && one.content.status === status);
  if (referral === null) return;
  const name = seller === "microsoft" ? "Microsoft’s seller" : "a seller in Partner Center";
  world.story.tell(() => `${name} acts on ${referral.id}: ${JSON.stringify(fields)}`);
  world.as({ kind: "person", name }, () => action(world.sandbox.state, seller, referral.id, fields));
  world.wakeSandbox();
};

const edits = (world: World, chance: Chance): Readonly<Record<string, unknown>> => {
  const number = world.numbers.next();
  return chance.weighed<Readonly<Record<string, unknown>>>([
    [4, { notes: `there ${number}` }],
    [4, { dealValue: 1000 + number }],
    [
      2,
      {
        closingDateTime: new Date(Date.parse(world.dataverse.now().slice(0, 10)) + (60 + number) * dayMs).toISOString(),
      },
    ],
    [1, { currency: chance.pick(["NOK", "EUR", "USD"]) }],
    [1, { notes: `there ${number}`, dealValue: 1000 + number }],
  ]);
};

const editAs =
  (seller: Seller): Action =>
  (world, chance) =>
    act(world, chance, seller, "Active", editReferral, edits(world, chance));

const endings: Readonly<Record<string, unknown>>[] = [{ outcome: "Won" }, { outcome: "Lost", reason: "NotACustomer" }];

const begin: Action = (world, chance) => beginDealOf(world, chance, {});

/** Microsoft begins a deal or a lead, drawn but for what is given. */
export const beginDealOf = (world: World, chance: Chance, given: Readonly<Record<string, unknown>>): void => {
  const number = world.numbers.next();
  const kind = chance.pick(["coSell", "coSell", "qualifiedLead", "marketplaceLead"] as const);
  const deal = {
    kind,
    name: `Inbound ${number}`,
    companyName: chance.pick(["Fabrikam", "Northwind", `Newcomer ${number}`]),
    city: "Oslo",
    addressLine1: "1 Main St",
    postalCode: chance.pick(["0150", "0250"]),
    country: "NO",
    firstName: "Ida",
    lastName: "Vik",
    email: `ida.vik${number}@customer.example`,
    phoneNumber: "+4733333333",
    dealValue: 1000 + number,
    currency: chance.pick(["NOK", "EUR"]),
    closingDateTime: new Date(Date.parse(world.dataverse.now().slice(0, 10)) + (60 + number) * dayMs).toISOString(),
    notes: `begun there ${number}`,
    solutionId: chance.pick(solutionIds),
    ...given,
  };
  world.story.tell(() => `Microsoft begins ${JSON.stringify(deal)}`);
  world.as({ kind: "person", name: "Microsoft’s seller" }, () => createInboundReferral(world.sandbox.state, deal));
  world.wakeSandbox();
};

/** Somebody else claims to be Partner Center. */
const forge: Action = (world, chance) => {
  const referral = pickReferral(world, chance, () => true);
  if (referral === null || !world.supports(receiveMessage)) return;
  const ResourceUri = `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${referral.id}`;
  const Body = JSON.stringify({
    EventName: "referral-updated",
    ResourceUri,
    ResourceName: "referral",
    AuditUri: null,
    ResourceChangeUtcDate: world.dataverse.now(),
  });
  const headers = {
    "x-ms-signature": `Signature ${signatureOf(`${Body} of somebody else`)}`,
    "x-ms-certificate-url": `http://127.0.0.1:4280${certificatePath}`,
    "x-ms-signature-algorithm": "rsa-sha256",
  };
  world.story.tell(() => `somebody forges a notification of ${referral.id}`);
  world.platform.call(receiveMessage, { Body, Headers: JSON.stringify(headers) }, people.flow, (end) => {
    if (statusOf(end) < 300) world.forgeries.push(`a forged notification of ${referral.id} was taken`);
  });
};

/** What happens in Partner Center, by how often. */
export const partnerCenterActions: readonly (readonly [number, Action])[] = [
  [5, editAs("partner")],
  [3, editAs("microsoft")],
  [2, (world, chance) => act(world, chance, "microsoft", "New", acceptReferral, {})],
  [0.7, (world, chance) => act(world, chance, "microsoft", "New", declineReferral, { reason: "NotACustomer" })],
  [0.5, (world, chance) => act(world, chance, "microsoft", "Active", closeReferral, chance.pick(endings))],
  [0.7, (world, chance) => act(world, chance, "partner", "Active", closeReferral, chance.pick(endings))],
  [1, (world, chance) => act(world, chance, "partner", "New", acceptReferral, {})],
  [0.5, forge],
  [0.4, (world, chance) => act(world, chance, "partner", "New", declineReferral, { reason: "NotACustomer" })],
];

/** Deals that Microsoft begins. */
export const inboundActions: readonly (readonly [number, Action])[] = [[3, begin]];
