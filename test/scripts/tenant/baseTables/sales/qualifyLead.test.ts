import { baseIds } from "../../../../../scripts/tenant/baseTables/baseIds";
import type { Value } from "../../../../../scripts/tenant/dataverse/values";
import { type GivenTenant, caller, givenTenant, stopTenants } from "../../pipeline/support/givenTenant";

let tenant: GivenTenant;
let lead: string;

const opt = (v: number): Value => ({ $t: "opt", v });
const ref = (table: string, id: string): Value => ({ $t: "ref", table, id });

beforeEach(async () => {
  tenant = await givenTenant();
  const attributes: Record<string, Value> = {
    subject: "Cloud migration",
    firstname: "Erika",
    lastname: "Berg",
    companyname: "Fabrikam",
    emailaddress1: "erika@fabrikam.example",
    address1_postalcode: "10115",
    budgetamount: { $t: "money", v: "5000" },
    transactioncurrencyid: ref("transactioncurrency", baseIds.usDollar),
  };
  lead = await tenant.service.create({ $t: "entity", table: "lead", attributes }, caller());
});
afterEach(stopTenants);

const qualify = (create: { account: boolean; contact: boolean; opportunity: boolean }, status = 3, more = {}) =>
  tenant.service.execute(
    "QualifyLead",
    {
      LeadId: ref("lead", lead),
      CreateAccount: create.account,
      CreateContact: create.contact,
      CreateOpportunity: create.opportunity,
      Status: opt(status),
      ...more,
    },
    caller(),
  );
const all = { account: true, contact: true, opportunity: true };
const none = { account: false, contact: false, opportunity: false };
const read = async (table: string, id: string) =>
  (await tenant.service.retrieve(table, id, "all", caller())).attributes;

const createdBy = (answer: Record<string, Value>) =>
  answer.CreatedEntities as unknown as { table: string; id: string }[];

test("account, contact and opportunity are made of the lead and point to each other", async () => {
  const [account, contact, opportunity] = createdBy(await qualify(all)).map(({ id }) => id);

  expect(await read("account", String(account))).toMatchObject({
    name: "Fabrikam",
    address1_postalcode: "10115",
    originatingleadid: { id: lead },
  });
  expect(await read("contact", String(contact))).toMatchObject({
    fullname: "Erika Berg",
    emailaddress1: "erika@fabrikam.example",
    parentcustomerid: { table: "account", id: account },
  });
  expect(await read("opportunity", String(opportunity))).toMatchObject({
    name: "Cloud migration",
    customerid: { table: "account", id: account },
    parentcontactid: { id: contact },
    originatingleadid: { id: lead },
    budgetamount: { v: "5000" },
    transactioncurrencyid: { id: baseIds.usDollar },
    statecode: opt(0),
  });
  expect(await read("lead", lead)).toMatchObject({
    statecode: opt(1),
    statuscode: opt(3),
    qualifyingopportunityid: { id: opportunity },
    parentaccountid: { id: account },
  });
});

test("only what is asked for is made", async () => {
  expect(createdBy(await qualify(none, -1))).toEqual([]);
  expect(await read("lead", lead)).toMatchObject({ statecode: opt(1), statuscode: opt(3) });
});

test("the opportunity takes the customer and currency it is given", async () => {
  const customer = await tenant.service.create(
    { $t: "entity", table: "account", attributes: { name: "Known" } },
    caller(),
  );
  const given = {
    OpportunityCustomerId: ref("account", customer),
    OpportunityCurrencyId: ref("transactioncurrency", baseIds.euro),
  };
  const [opportunity] = createdBy(await qualify({ ...none, opportunity: true }, 3, given));

  expect(await read("opportunity", String(opportunity?.id))).toMatchObject({
    customerid: { id: customer },
    transactioncurrencyid: { id: baseIds.euro },
  });
});

test("a lead that is qualified or disqualified cannot be qualified, until it is reactivated", async () => {
  const setState = (statecode: number) =>
    tenant.service.update(
      { $t: "entity", table: "lead", id: lead, attributes: { statecode: opt(statecode) } },
      caller(),
    );
  await setState(2);
  expect(await read("lead", lead)).toMatchObject({ statecode: opt(2), statuscode: opt(4) });
  await expect(qualify(all)).rejects.toMatchObject({ message: "The lead is already closed." });
  await setState(0);
  await qualify(none);
  await expect(qualify(none)).rejects.toMatchObject({ message: "The lead is already closed." });
});

test("a status reason that does not belong to Qualified undoes all of it", async () => {
  const accounts = async () => (await tenant.rows.read("account", ["accountid"])).length;
  const before = await accounts();

  await expect(qualify(all, 4)).rejects.toMatchObject({ code: "0x80048408" });

  expect(await accounts()).toBe(before);
  expect((await read("lead", lead)).statecode).toEqual(opt(0));
});
