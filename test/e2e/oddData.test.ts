import { columns } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import type { MappedPlace } from "./support/odd/mappedPlaces";
import { OddBatch } from "./support/odd/OddBatch";
import { Offers } from "./support/Offers";
import { sampleDeal } from "./support/sampleDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

const own = columns.opportunity;
let tenant: RunningTenant;
let sides: Sides;
let offers: Offers;

beforeAll(async () => {
  tenant = await startBuiltTenant();
  sides = new Sides(tenant);
  offers = new Offers(sides);
});
afterAll(() => tenant.stop());

const solutionsPlace: MappedPlace = {
  table: "opportunity",
  place: "/details/requirements/solutions",
  column: "",
  kind: "text",
  label: "Microsoft Partner Center Solutions",
  maxLength: null,
  min: null,
  max: null,
  options: [],
};
const manySolutions = Array.from({ length: 300 }, (_, at) => ({ id: `S-${at}`, name: `S ${at}` }));

const long = (length: number): string => "x".repeat(length);

test.each<[what: string, odd: Body, told: RegExp]>([
  ["a name of 301", { name: long(301) }, /Topic: shortened to 300 characters/],
  ["notes of 2,001", { notes: long(2001) }, /Description: shortened to 2,000 characters/],
  ["a company name of 161", { companyName: long(161) }, /Account: shortened to 160 characters/],
  ["a first name of 51", { firstName: long(51) }, /Contact: shortened to 50 characters/],
  ["a phone number of 51", { phoneNumber: long(51) }, /Contact: shortened to 50 characters/],
  ["a street of 251", { addressLine1: long(251) }, /Street 1: shortened to 250 characters/],
  ["a city of 81", { city: long(81) }, /City: shortened to 80 characters/],
  ["a postal code of 21", { postalCode: long(21) }, /ZIP\/Postal Code: shortened to 20 characters/],
  ["a postal code of 30", { postalCode: long(30) }, /ZIP\/Postal Code: shortened to 20 characters/],
  ["no currency", { currency: undefined }, /Currency: left out: Partner Center names no currency/],
  ["a value of 1e15", { dealValue: 1e15 }, /Est\. Revenue: left out: it is larger or smaller/],
  ["a value of 1e17", { dealValue: 1e17 }, /Est\. Revenue: left out: it is larger or smaller/],
])("an offered deal with %s becomes an opportunity that tells what it could not hold", async (_what, odd, told) => {
  const { [own.audit]: audit } = await offers.arrived(await offers.offer(odd));
  expect(audit).toMatch(told);
  // Both of Partner Center's referrals hold the value; nobody changed anything.
  expect(audit).not.toMatch(/Changed on both sides/);
});

test("an offered lead with a name and a company that are too long becomes a lead that tells so", async () => {
  const id = await offers.offer({ kind: "qualifiedLead", name: long(301), companyName: long(161) });
  const lead = await offers.arrived(id, () => true, "leads");
  expect(lead["subject"]).toBe(long(300));
  expect(lead[columns.lead.audit]).toMatch(/Topic: shortened to 300 characters/);
  expect(lead[columns.lead.audit]).toMatch(/Company Name: shortened to 100 characters/);
});

test("hundreds of solutions on one deal delay no other deal", async () => {
  const [odd, plain] = [await offers.offer({ name: "Many" }), await offers.offer({ name: "One more" })];
  await offers.arrived(odd);
  await offers.arrived(plain);
  const batch = new OddBatch(tenant);
  batch.accept(odd);
  batch.edit(
    { how: "edited", isHealthy: false, place: solutionsPlace, odd: { what: "many", value: manySolutions } },
    odd,
  );
  const [start, rows] = [
    Date.now(),
    "cosell_partnercentersolutions?$select=cosell_solutionid&$filter=_cosell_opportunityid_value eq ",
  ];
  const told = await offers.arrived(odd, (row) =>
    /only 50 are taken; all are in Partner Center/.test(String(row[own.audit])),
  );
  expect(await sides.rows(`${rows}${String(told["opportunityid"])}`)).toHaveLength(50);
  await sides.sandbox("POST", `/partner/referrals/${plain}/edit`, { dealValue: 31_338 });
  await offers.arrived(plain, (row) => row["estimatedvalue"] === 31_338);
  process.stderr.write(`taken over, and another edit beside it, after ${Date.now() - start} ms\n`);
  await tenant.core.drainJobs();
  process.stderr.write(`all is done after ${Date.now() - start} ms\n`);
});

test("an edit of a linked deal that no column holds delays no other deal", async () => {
  const [odd, plain] = [await offers.offer({ name: "One" }), await offers.offer({ name: "Another" })];
  await offers.arrived(odd);
  await offers.arrived(plain);
  await sides.sandbox("POST", `/partner/referrals/${odd}/edit`, { notes: long(2001), dealValue: 1e17 });
  await sides.sandbox("POST", `/partner/referrals/${plain}/edit`, { dealValue: 31_337 });
  await sides.until("The other deal's value", async () =>
    (await offers.arrived(plain))["estimatedvalue"] === 31_337 ? true : undefined,
  );
  const told = await sides.until("The difference", async () => {
    const row = await offers.arrived(odd);
    return /Description: shortened/.test(String(row[own.audit])) ? row : undefined;
  });
  expect(told["description"]).toBe(long(2000));
  expect(told["estimatedvalue"]).toBe(sampleDeal.dealValue);
  expect(told[own.audit]).toMatch(/Est\. Revenue: left out: it is larger or smaller/);
});
