import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../../../scripts/tenant/baseTables/sampleData";
import type { Value } from "../../../../scripts/tenant/dataverse/values";
import { type GivenTenant, caller, givenTenant, stopTenants } from "../pipeline/support/givenTenant";

const account = { $t: "ref", table: "account", id: sampleId("account", "fabrikam") } as const;
const contact = { $t: "ref", table: "contact", id: sampleId("contact", "erika") } as const;
const usDollar = { $t: "ref", table: "transactioncurrency", id: baseIds.usDollar } as const;

let tenant: GivenTenant;

beforeAll(async () => {
  tenant = await givenTenant();
});
afterAll(stopTenants);

const given = async (attributes: Record<string, Value>) => {
  const id = await tenant.service.create(
    { $t: "entity", table: "opportunity", attributes: { name: "Deal", ...attributes } },
    caller(),
  );
  return tenant.service.retrieve("opportunity", id, "all", caller());
};
const idOf = (value: Value | undefined) => (typeof value === "object" && value?.$t === "ref" ? value.id : undefined);

test("a deal without currency is in the currency of the organization", async () => {
  const row = await given({ estimatedvalue: { $t: "money", v: "1000" } });

  expect(idOf(row.attributes.transactioncurrencyid)).toBe(baseIds.euro);
});

test("the amount of a deal in another currency is also told in that of the organization", async () => {
  const row = await given({ estimatedvalue: { $t: "money", v: "1080" }, transactioncurrencyid: usDollar });

  expect(row.attributes.estimatedvalue_base).toMatchObject({ $t: "money" });
  expect(Number((row.attributes.estimatedvalue_base as { v: string }).v)).toBe(1000);
});

test("the potential customer of a deal is its account, else its contact", async () => {
  expect(idOf((await given({ parentaccountid: account, parentcontactid: contact })).attributes.customerid)).toBe(
    account.id,
  );
  expect(idOf((await given({ parentcontactid: contact })).attributes.customerid)).toBe(contact.id);
});

test("who sets the potential customer alone sets the account or the contact", async () => {
  expect(idOf((await given({ customerid: account })).attributes.parentaccountid)).toBe(account.id);
  expect(idOf((await given({ customerid: contact })).attributes.parentcontactid)).toBe(contact.id);
});

test("a later change of the account is a change of the potential customer", async () => {
  const { id = "" } = await given({ parentaccountid: account });
  const other = { ...account, id: sampleId("account", "northwind") };

  await tenant.service.update(
    { $t: "entity", table: "opportunity", id, attributes: { parentaccountid: other } },
    caller(),
  );

  const row = await tenant.service.retrieve("opportunity", id, ["customerid"], caller());
  expect(idOf(row.attributes.customerid)).toBe(other.id);
});
