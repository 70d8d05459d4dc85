import { choices, columns, customApis, tables } from "../../../../../Solution/engine/domain/schema";
import { opportunityId } from "../../support/sampleRows";
import { contractColumns, hourMs, RegistrationWorld } from "./RegistrationWorld";

/* The whole engine against the sandbox, whose rules of registration are written from the documentation by other hands. */

let world: RegistrationWorld;

beforeEach(() => {
  world = new RegistrationWorld();
  world.addRows();
});

const contractValue = "/registrations/0/contract/value";
const day = (text: string) => ({ $t: "dt", v: `${text}T00:00:00.000Z` });
const replay = () =>
  world.sync({
    messageName: customApis.replay,
    inputParameters: { OpportunityId: { $t: "guid", v: opportunityId } },
  });

/** A deal shared, filled in, and won so many hours later. */
const win = async (hours = 72): Promise<{ status: string }> => {
  await world.sync();
  world.edit(contractColumns);
  world.pass(hours * hourMs);
  world.win();
  return world.sync();
};

const patches = (): number => world.host.httpCalls.filter(({ method }) => method === "PATCH").length;

test("a won deal is registered by the run that wins it, with what the map says", async () => {
  const { status } = await win();

  expect(status).toBe("closed");
  expect(await world.registrations()).toMatchObject([
    {
      type: "AzureIPCoSell",
      status: "ReviewPending",
      solutionDetails: [{ id: "SOL-10001-CFS", value: 70000, currency: "NOK", isDeployedOnAzure: true }],
      contract: { value: 90000, currency: "NOK", term: "Perpetual", signDateTime: "2026-01-10T00:00:00Z" },
    },
  ]);
  expect(world.told()).toEqual([expect.stringMatching(/✔ Registered the won deal for incentives\.$/)]);
});

test("a registered deal is left alone by every later run", async () => {
  await win();
  const before = patches();

  for (let run = 0; run < 3; run += 1) await world.sync();
  await replay();

  expect(patches()).toBe(before);
  expect(world.told()).toHaveLength(1);
});

test("given no rows for it, nothing is registered and nothing is said", async () => {
  world = new RegistrationWorld();
  await win();

  expect([await world.registrations(), world.told()]).toEqual([[], []]);
});

test("given rows but nothing that the seller filled in, nothing is registered and nothing is said", async () => {
  await world.sync();
  world.pass(72 * hourMs);
  world.win();
  await world.sync();

  expect([await world.registrations(), world.told()]).toEqual([[], []]);
});

test("a deal that lacks something is held back, told once, and registered when it is complete", async () => {
  await win();
  const late = new RegistrationWorld();
  late.addRows();
  await late.sync();
  late.edit({ ...contractColumns, new_signedon: null, new_term: "Finite" });
  late.pass(72 * hourMs);
  late.win();

  await late.sync();
  await late.sync();
  const [held, ...more] = late.told();
  late.edit({ new_signedon: day("2026-01-10"), new_endson: day("2027-01-10") });
  await late.sync();

  expect(held).toContain("These fields are empty: Contract signed on, Contract end.");
  expect(more).toEqual([]);
  expect(await late.registrations()).toMatchObject([{ contract: { endDateTime: "2027-01-10T00:00:00Z" } }]);
});

test("a deal won within 72 hours is held back and never sent", async () => {
  const { status } = await win(71);

  expect(status).toBe("closed");
  expect(await world.registrations()).toEqual([]);
  expect(world.told()).toEqual([expect.stringContaining("won within 72 hours")]);
});

test("a private deal is held back", async () => {
  const own = columns.opportunity;
  world.edit({ [own.referralVisibility]: { $t: "opt", v: choices.referralVisibility.private } });
  await win();

  expect(await world.registrations()).toEqual([]);
  expect(world.told()).toEqual([expect.stringContaining("a private deal earns no incentive")]);
});

test("given Microsoft was asked, when it accepts after the deal was won, then the deal is registered", async () => {
  const { howCanMicrosoftHelp } = columns.opportunity;
  world.edit({ [howCanMicrosoftHelp]: { $t: "opt", v: choices.howCanMicrosoftHelp.generalOrOther } });
  await win();
  const before = [await world.registrations(), world.told()];
  await world.act("microsoft", "accept", {});
  await replay();

  expect(before).toEqual([[], [expect.stringContaining("Microsoft was asked for help and has not accepted")]]);
  expect(await world.registrations()).toHaveLength(1);
});

test("given Microsoft asks for a correction, when the seller corrects, then only that goes and is reviewed again", async () => {
  await win();
  await world.act("microsoft", "review", { status: "ActionRequired", reason: "Sign date unreadable" });
  await replay();
  world.edit({ new_signedon: day("2026-01-11") });
  const { status } = await world.sync();

  const last = world.host.httpCalls.filter(({ method }) => method === "PATCH").at(-1)?.body ?? "";
  expect(status).toBe("closed");
  expect(JSON.parse(last)).toEqual([
    { op: "replace", path: "/registrations/0/contract/signDateTime", value: "2026-01-11T00:00:00Z" },
  ]);
  expect((await world.referral())["registrationStatus"]).toBe("ReviewPending");
  expect(world.told()).toContainEqual(
    expect.stringContaining("✖ Registration for incentives: Microsoft asks for a correction: Sign date unreadable."),
  );
  expect(world.trail()).toContainEqual(expect.stringContaining("Sent to Partner Center: Contract signed on."));
});

test("given a verdict, when the seller edits, then nothing is sent, and the value that stays is in a conflict row", async () => {
  await win();
  await world.act("microsoft", "review", { status: "Approved" });
  await replay();
  const before = patches();
  world.edit({ new_contractvalue: { $t: "money", v: "95000.0000" } });
  await world.sync();
  await world.sync();

  const told = world.told();
  expect(patches()).toBe(before);
  expect(told).toContainEqual(expect.stringContaining("Registration for incentives: approved."));
  expect(told.filter((line) => line.includes("Contract value (95000)"))).toHaveLength(1);
  expect(world.conflicts()).toMatchObject([
    {
      [columns.conflict.field]: contractValue,
      [columns.conflict.valueHere]: "95000",
      [columns.conflict.valueThere]: "90000",
    },
  ]);
});

test("a verdict reaches the column that the map has for it, and nothing is sent for it", async () => {
  await win();
  await world.act("microsoft", "review", { status: "Approved" });
  await replay();
  const before = patches();
  await world.sync();

  expect(world.host.attribute("opportunity", "new_verdict")).toBe("Approved");
  expect(patches()).toBe(before);
});

test("given a correction that Partner Center would refuse, then it is held back in words", async () => {
  await win();
  const before = patches();
  world.edit({ new_startson: day("2026-01-09") });
  const { status } = await world.sync();

  expect([status, patches()]).toEqual(["closed", before]);
  expect(world.told()).toContainEqual(expect.stringContaining("The contract starts before it is signed."));
});

test("given somebody types into the registration there, then the value is kept in a conflict row and written over", async () => {
  await win();
  await world.typeThere(contractValue, 91000);
  await replay();

  expect(await world.registrations()).toMatchObject([{ contract: { value: 90000 } }]);
  expect(world.conflicts()).toMatchObject([
    {
      [columns.conflict.field]: contractValue,
      [columns.conflict.valueHere]: "90000",
      [columns.conflict.valueThere]: "91000",
      [columns.conflict.lastAgreedValue]: "90000",
    },
  ]);
});

test("a registration that Partner Center refuses needs a person, and goes once that is corrected", async () => {
  const mappings = world.host.rows.filter(({ table }) => table === tables.fieldMapping.logicalName);
  const sold = mappings.find(({ attributes }) => attributes[columns.fieldMapping.converterDetail] === "SOL-10001-CFS");
  if (sold === undefined) throw new Error("no row for the solution");
  sold.attributes = { ...sold.attributes, [columns.fieldMapping.converterDetail]: "SOL-10002-CIA" };
  const refused = await win();
  sold.attributes = { ...sold.attributes, [columns.fieldMapping.converterDetail]: "SOL-10001-CFS" };
  world.pass(2 * 60_000);
  const corrected = await world.sync();

  expect(refused).toMatchObject({ status: "needsAttention", failure: { owner: "seller" } });
  expect(corrected).toMatchObject({ status: "closed", failure: null });
  expect(await world.registrations()).toHaveLength(1);
});

test("a registration whose answer never came is found, not made again", async () => {
  const send = world.host.http;
  world.host.http = async (call) => {
    const answer = await send(call);
    return call.body?.includes("/registrations/-") === true ? { refused: "http.timeout" } : answer;
  };
  const silent = await win();
  world.host.http = send;
  world.pass(hourMs);
  const found = await world.sync();

  expect([silent.status, found.status]).toEqual(["queued", "closed"]);
  expect(await world.registrations()).toHaveLength(1);
  expect(world.conflicts()).toEqual([]);
});
