import { columns, customApis, environmentVariables, securityRoles, tables } from "../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { startDeals, type Deals } from "./support/Deals";
import { Offers } from "./support/Offers";
import { parkedMessage } from "./support/parkedMessage";
import { setVariable } from "./support/setVariable";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(400_000);

/* The setting names an API that does not exist; the engine's host tells so in the middle of a transaction. */

const { message } = columns;
/** A replay does it at once; the lease of a run that came to no end lasts for minutes. */
const soonMs = 20_000;
let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;
let offers: Offers;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals(securityRoles.coSellAdministrator));
  offers = new Offers(sides);
});
afterAll(() => tenant.stop());

const nameApi = (name: string): Promise<void> =>
  setVariable(tenant, environmentVariables.customizeApi.schemaName, name);

/** The message that tells of the missing API. */
const missingApi = (): Promise<Body> => parkedMessage(sides, `${message.failureCode} eq 'customize.unknown'`);

const replay = async (parked: Body): Promise<unknown> => {
  const { Response } = await sides.call(customApis.replay, { MessageId: parked[tables.message.primaryId] ?? "" });
  return Response;
};

test("a deal whose Customize API is missing waits with its name, and comes in at once when it is replayed", async () => {
  await nameApi("new_Missing");
  const referralId = await offers.offer({ name: "Customized" });
  const parked = await missingApi();
  expect(parked[message.subject]).toBe(`referral/${referralId}`);
  expect(parked[message.detail]).toContain("new_Missing");

  await nameApi("");
  expect(await replay(parked)).toMatchObject({ results: [{ result: "done" }] });

  await sides.until("The record", () => offers.find(referralId), soonMs);
});

test("an edit of a deal whose Customize API is missing waits with its name, and is taken over at once when it is replayed", async () => {
  const { id, referralId } = await deals.share("Edited there");
  await deals.quiet();
  await nameApi("new_Missing");
  await deals.edit(referralId, { dealValue: 7777 });
  const parked = await missingApi();

  await nameApi("");
  expect(await replay(parked)).toMatchObject({ results: [{ result: "done" }] });

  const taken = async (): Promise<true | undefined> =>
    (await deals.read(id))["estimatedvalue"] === 7777 ? true : undefined;
  await sides.until("The value", taken, soonMs);
});
