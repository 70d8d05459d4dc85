import { choices, columns, customApis, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { forbidden, registerAcmeRule, withAcmeRule } from "./support/acmeRule";
import { maintain } from "./support/maintain";
import { Offers } from "./support/Offers";
import { parkedMessage } from "./support/parkedMessage";
import { sampleDeal } from "./support/sampleDeal";
import { Sides, type Body } from "./support/Sides";
import { startBuiltTenant } from "./support/startBuiltTenant";

jest.setTimeout(300_000);

/* A rule of the customer's own refuses one record, in a way that no metadata tells beforehand. */

const own = columns.opportunity;
const { message } = columns;
let tenant: RunningTenant;
let sides: Sides;
let offers: Offers;

beforeAll(async () => {
  tenant = await startBuiltTenant(withAcmeRule);
  await registerAcmeRule(tenant);
  await tenant.core.assignRole(baseIds.kimSeller, securityRoles.coSellAdministrator);
  sides = new Sides(tenant);
  offers = new Offers(sides);
});
afterAll(() => tenant.stop());
afterEach(() => sides.sandbox("DELETE", "/mishaps"));

const edit = (referralId: string, change: Body): Promise<Body> =>
  sides.sandbox("POST", `/partner/referrals/${referralId}/edit`, change);

/** Nothing is announced from now on. */
const dropEvents = (): Promise<Body> => sides.sandbox("POST", "/mishaps", { kind: "drop", times: 1000 });

/** The message of a subject. */
const parkedOf = (subject: string): Promise<Body> => parkedMessage(sides, `${message.subject} eq '${subject}'`);

const isToldInWords = (row: Body): void => {
  expect(row[message.failureCode]).toBe("dataverse.otherPlugIn");
  expect(row[message.parkedFor]).toBe(choices.failureOwner.administrator);
  expect(row[message.detail]).toMatch(/Another extension of Dynamics 365 kept the connector from storing its result\./);
  expect(row[message.detail]).toMatch(/plug-in trace log/);
};

test("an event whose record is refused is answered 200, parked with words, and keeps nobody waiting", async () => {
  const refused = await offers.offer({ name: "Refused", notes: forbidden });
  const other = await offers.offer({ name: "Other" });

  await offers.arrived(other);
  const parked = await parkedOf(`referral/${refused}`);

  isToldInWords(parked);
  expect(parked[tables.message.primaryName]).toMatch(/^Refused/);
  expect(await offers.find(refused)).toBeUndefined();
  expect(await sides.health("messages")).toMatchObject({
    state: "warning",
    words: expect.stringMatching(/1 change stopped and wait: 1 for an administrator/) as string,
  });
  const deliveries = await sides.sandbox("GET", "/deliveries");
  expect(JSON.stringify(deliveries)).not.toMatch(/"status":5\d\d/);
});

test("a sweep brings in all the others, whether new or edited, and the next one is not blocked", async () => {
  const edited = [
    await offers.offer({ name: "A" }),
    await offers.offer({ name: "B" }),
    await offers.offer({ name: "C" }),
  ] as const;
  for (const id of edited) await offers.arrived(id);
  await dropEvents();
  const [refusedEdit, ...plainEdits] = edited;
  await edit(refusedEdit, { notes: `${forbidden}, and long` });
  for (const id of plainEdits) await edit(id, { dealValue: 31_337 });
  const refusedNew = await offers.offer({ name: "Refused", notes: forbidden });
  const plainNew = await offers.offer({ name: "New" });

  expect(await maintain(tenant, sides)).toMatchObject({ isFinished: true });

  for (const id of plainEdits) await offers.arrived(id, (row) => row["estimatedvalue"] === 31_337);
  await offers.arrived(plainNew);
  isToldInWords(await parkedOf(`referral/${refusedNew}`));
  const told = await offers.arrived(refusedEdit, (row) => /Another extension/.test(String(row[own.audit])));
  expect(told["description"]).toBe(sampleDeal.notes);

  await edit(plainNew, { dealValue: 77_777 });
  expect(await maintain(tenant, sides)).toMatchObject({ isFinished: true });
  await offers.arrived(plainNew, (row) => row["estimatedvalue"] === 77_777);
});

test.each<[what: string, odd: Body]>([
  ["a note of 2,001", { notes: "n".repeat(2001) }],
  ["a closing day in the year 1 and a value of 1e17", { closingDateTime: "0001-01-01T00:00:00Z", dealValue: 1e17 }],
])("an edit that no event told of, with %s, delays no other deal of the sweep", async (_what, odd) => {
  const [one, other] = [await offers.offer({ name: "One" }), await offers.offer({ name: "Other" })];
  await offers.arrived(one);
  await offers.arrived(other);
  await dropEvents();
  await edit(one, odd);
  await edit(other, { dealValue: 31_337 });

  expect(await maintain(tenant, sides)).toMatchObject({ isFinished: true });

  await offers.arrived(other, (row) => row["estimatedvalue"] === 31_337);
  const told = await offers.arrived(one, (row) => /shortened|left out/.test(String(row[own.audit])));
  expect(told["estimatedvalue"]).toBe(sampleDeal.dealValue);
});

test("a mapping row that names a column which does not exist is refused by name, and what comes in comes in", async () => {
  const row = { key: "nosuchcol", crmColumn: "nosuchcol", converter: "constant", converterDetail: "x" };
  const Mapping = JSON.stringify({ version: 1, partial: true, rows: [{ ...row, direction: "toDynamics365" }] });

  const { Response } = await sides.call(customApis.transferMapping, { Mapping, DryRun: false });

  expect(JSON.stringify(Response)).toMatch(/nosuchcol/);
  expect((Response as Body)["problems"]).not.toEqual([]);
  await offers.arrived(await offers.offer({ name: "After the import" }));
});

test("a backfill brings in all the others and says of none that it failed", async () => {
  await dropEvents();
  const plain = [await offers.offer({ name: "One" }), await offers.offer({ name: "Two" })];
  const refused = await offers.offer({ name: "Refused", notes: forbidden });
  plain.push(await offers.offer({ name: "Three" }));

  const { Response } = await sides.call(customApis.backfill, { DryRun: false });

  expect(Response).toMatchObject({ counts: { failed: 0 }, continuation: null, stopped: null });
  for (const id of plain) await offers.arrived(id);
  isToldInWords(await parkedOf(`referral/${refused}`));
});

test("once the rule lets it in, a replay of its message brings the record in", async () => {
  const refused = await offers.offer({ name: "Refused", notes: forbidden });
  const parked = await parkedOf(`referral/${refused}`);
  await edit(refused, { notes: "Quite all right" });

  const { Response } = await sides.call(customApis.replay, { MessageId: parked[tables.message.primaryId] ?? "" });

  expect(Response).toMatchObject({ results: [{ result: "done" }] });
  await offers.arrived(refused);
});
