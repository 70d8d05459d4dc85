import { localPartner } from "../../../scripts/tenant/partnerCenter/localPartner";
import { Transaction } from "../dataverse/Store";
import { opt, ref, type Attributes } from "../dataverse/values";
import type { World } from "./World";

/** A day's calls that no world comes near. */
export const enoughCalls = "10000";

const id = (number: number): string => `0b9c3f0e-1111-4a11-8a11-${String(number).padStart(12, "0")}`;

export const people = { seller: id(1), colleague: id(2), flow: id(3), administrator: id(4) } as const;
export const currencies = { NOK: id(11), EUR: id(12), USD: id(13) } as const;
export const accounts = [id(21), id(22)] as const;
export const contacts = [id(31), id(32), id(33)] as const;
export const solutionIds = ["SOL-10001-CFS", "SOL-10002-CIA", "SOL-10003-CMG"] as const;
export const connectionId = id(41);

/** Where the flow of the solution listens. */
export const flowAddress = "https://flows.example/partner-center-to-dynamics-365";
export const eventNames = [
  "referral-created",
  "referral-updated",
  "related-referral-created",
  "related-referral-updated",
] as const;

const user = (firstname: string, lastname: string): Attributes => ({
  firstname,
  lastname,
  internalemailaddress: `${firstname}.${lastname}@contoso-partner.example`.toLowerCase(),
  address1_telephone1: "+4711111111",
});

const person = (firstname: string, lastname: string, company: string): Attributes => ({
  firstname,
  lastname,
  emailaddress1: `${firstname}.${lastname}@${company}.example`.toLowerCase(),
  telephone1: "+4722222222",
});

const account = (name: string, address1_postalcode: string): Attributes => ({
  name,
  address1_line1: "1 Main St",
  address1_city: "Oslo",
  address1_postalcode,
  address1_country: "NO",
});

const rows: readonly (readonly [string, string, Attributes])[] = [
  ["systemuser", people.seller, user("Sam", "Seller")],
  ["systemuser", people.colleague, user("Cora", "Lund")],
  ["systemuser", people.flow, user("Flow", "Runner")],
  ["systemuser", people.administrator, user("Ada", "Min")],
  ...Object.entries(currencies).map(
    ([code, currency]) => ["transactioncurrency", currency, { isocurrencycode: code }] as const,
  ),
  ["account", accounts[0], account("Fabrikam", "0150")],
  ["account", accounts[1], account("Northwind", "0250")],
  ["contact", contacts[0], { ...person("Ada", "Berg", "fabrikam"), parentcustomerid: ref("account", accounts[0]) }],
  ["contact", contacts[1], { ...person("Bo", "Dahl", "fabrikam"), parentcustomerid: ref("account", accounts[0]) }],
  ["contact", contacts[2], { ...person("Eli", "Moe", "northwind"), parentcustomerid: ref("account", accounts[1]) }],
];

/** The environment after setup: people, customers, settings, a signed-in Partner Center user, a registered webhook. */
export const installRows = (world: World): void => {
  const { dataverse, variables, sandbox, scenario } = world;
  const transaction = new Transaction("");
  for (const [table, rowId, attributes] of rows)
    dataverse.create({ $t: "entity", table, id: rowId, attributes }, transaction);
  solutionIds.forEach((solutionId, at) => {
    const attributes = { cosell_name: solutionId, cosell_solutionid: solutionId, cosell_isactive: true };
    dataverse.create({ $t: "entity", table: "cosell_solutiondetail", id: id(51 + at), attributes }, transaction);
  });
  const connection = {
    cosell_name: "default",
    cosell_refreshtoken: world.signIn(),
    cosell_organizationid: localPartner.organization.organizationId,
    cosell_webhookendpoint: flowAddress,
    cosell_webhookevents: eventNames.join(","),
    cosell_webhookstate: opt(731500001),
  };
  dataverse.create({ $t: "entity", table: "cosell_connection", id: connectionId, attributes: connection }, transaction);
  dataverse.store.commit(transaction);

  const settings: Readonly<Record<string, string>> = {
    cosell_PartnerCenterCloudProfile: "Local sandbox",
    cosell_PartnerCenterTenantId: localPartner.tenantId,
    cosell_PartnerCenterClientId: localPartner.client.clientId,
    cosell_PartnerCenterClientSecret: localPartner.client.clientSecret,
    cosell_OutboundEnabled: "yes",
    cosell_InboundEnabled: "yes",
    cosell_ConflictPolicy: scenario.conflictPolicy,
    cosell_DealValueFieldName: "estimatedvalue",
    cosell_DealValueCurrencyField: "transactioncurrencyid",
    cosell_CountryCodeFieldName: "address1_country",
    cosell_SyncCosellOnly: "no",
    cosell_WriteCheckMarkIntoName: "no",
    cosell_DailyCallBudget: scenario.wide.budget > 0 ? String(scenario.wide.budget) : enoughCalls,
  };
  for (const [name, value] of Object.entries(settings)) variables.set(name, value);
  sandbox.state.webhookRegistrations.set(localPartner.organization.organizationId, {
    SubscriberId: id(61),
    WebhookUrl: flowAddress,
    WebhookEvents: [...eventNames],
    SignatureTokenToMsSignatureHeader: true,
    sandboxAddress: "http://127.0.0.1:4280",
  });
};
