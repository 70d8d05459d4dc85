import type { Decision } from "../../../../../Solution/engine/domain/merge/Decision";
import { toFailure } from "../../../../../Solution/engine/domain/failure/Failure";
import { noRoom, World } from "../../support/World";

/* An amount without its currency is another amount: 70000 in one currency is not taken over as 70000 in another. */

const amount = "/details/dealValue";
const currency = "/details/currency";

const own = (world: World) => world.partnerCenter.owned("contoso")[0]?.["details"];
const here = ({ opportunity }: World) => `${opportunity.dealValue ?? ""} ${opportunity.currency}`;
const open = ({ rows }: World): string[] => Object.keys(rows.link?.memory.differences ?? {}).sort();
const look = (world: World) => world.run({ trigger: "event", seen: world.partnerCenter.seen() });

const decide = (world: World, take: Decision["take"], path = currency) =>
  world.run({ decisions: [{ path, take, by: "Sam Seller" }] });

/** 50000 NOK, of which one side has made USD and the other EUR; somebody has to decide. */
const disputed = async (): Promise<World> => {
  const world = new World();
  await world.run();
  world.edit({ currency: "USD" });
  world.partnerCenter.editThere(currency, "EUR");
  await look(world);
  return world;
};

/** The same, and later the amount was changed in Partner Center. */
const waiting = async (): Promise<World> => {
  const world = await disputed();
  world.partnerCenter.editThere(amount, 70000);
  await look(world);
  return world;
};

test("while the currency waits for a decision, an amount of Partner Center waits with it, and everybody sees that", async () => {
  const world = await waiting();

  expect(here(world)).toBe("50000 USD");
  expect(own(world)).toMatchObject({ dealValue: 70000, currency: "EUR" });
  expect(open(world)).toEqual([currency, amount]);
  expect(world.rows.record.status).toBe("conflict");
  expect(world.rows.entries.map(({ fact }) => fact.words)).toContain(
    "Changed in Partner Center, and left as it is there: Est. Revenue.",
  );
});

test("a currency that is no code is left out, and nobody is told that it was typed here", async () => {
  const world = new World();
  await world.run();
  world.partnerCenter.editThere(currency, "LONE HALF");

  await look(world);
  await world.run({ trigger: "maintenance", look: true });

  expect(here(world)).toBe("50000 NOK");
  expect(own(world)).toMatchObject({ dealValue: 50000, currency: "LONE HALF" });
  expect(world.rows.record.status).toBe("changedAtMicrosoft");
  expect(world.rows.record.audit).toContain("Currency: left out: it is none of the choices");
  expect(world.rows.record.audit).not.toMatch(/Not sent|three-letter/);
  expect(world.rows.messages).toEqual([]);
});

test("looked at again and again, the amount goes on waiting and nothing is written", async () => {
  const world = await waiting();
  const writes = world.dataverse.length;

  for (const trigger of ["step", "maintenance"] as const) await world.run({ trigger, look: true });

  expect(here(world)).toBe("50000 USD");
  expect(world.dataverse.slice(writes).filter((operation) => operation !== "load")).toEqual([]);
});

test("deciding for the currency of Partner Center takes over both", async () => {
  const world = await waiting();

  await decide(world, "partnerCenter");

  expect(here(world)).toBe("70000 EUR");
  expect(open(world)).toEqual([]);
});

test.each(["dynamics365", "value"] as const)(
  "deciding otherwise (%s) sends both, and the amount that lost is in a conflict row",
  async (take) => {
    const world = await waiting();

    if (take === "value") world.edit({ currency: "GBP" });
    else await decide(world, take);
    await world.run({ trigger: "step" });

    expect(own(world)).toMatchObject({ dealValue: 50000, currency: take === "value" ? "GBP" : "USD" });
    expect(here(world)).toBe(take === "value" ? "50000 GBP" : "50000 USD");
    expect(Object.values(world.rows.conflicts)).toContainEqual(
      expect.objectContaining({ path: amount, here: 50000, there: 70000, isNew: true }),
    );
    expect(open(world)).toEqual([]);
  },
);

test("typing the currency of Partner Center brings its amount, too", async () => {
  const world = await waiting();

  world.edit({ currency: "EUR" });
  await world.run({ trigger: "step" });

  expect(here(world)).toBe("70000 EUR");
  expect(own(world)).toMatchObject({ dealValue: 70000, currency: "EUR" });
});

test("while the amount waits for a decision, a currency of Partner Center waits with it", async () => {
  const world = new World();
  await world.run();
  world.edit({ dealValue: "60000" });
  world.partnerCenter.editThere(amount, 70000);
  await look(world);

  world.partnerCenter.editThere(currency, "EUR");
  await look(world);
  expect(here(world)).toBe("60000 NOK");

  await decide(world, "partnerCenter", amount);
  expect(here(world)).toBe("70000 EUR");
});

test("an amount typed over one that waits keeps the currency it was typed in", async () => {
  const world = new World();
  await world.run();
  world.edit({ dealValue: "60000" });
  world.partnerCenter.editThere(amount, 70000);
  await look(world);
  world.partnerCenter.editThere(currency, "EUR");
  await look(world);

  world.edit({ dealValue: "65000" });
  await world.run({ trigger: "step" });

  expect([here(world), own(world)]).toMatchObject(["65000 NOK", { dealValue: 65000, currency: "NOK" }]);
  expect(Object.values(world.rows.conflicts)).toContainEqual(
    expect.objectContaining({ path: currency, there: "EUR", isNew: true }),
  );
});

test("a currency that was to be taken over waits once the amount turns out to be changed on both sides", async () => {
  const world = new World();
  await world.run();
  world.edit({ dealValue: "60000" });
  world.partnerCenter.editThere(currency, "EUR");
  const seen = world.partnerCenter.seen();
  world.partnerCenter.editThere(amount, 70000);

  await world.run({ trigger: "event", seen });

  expect([here(world), own(world)]).toMatchObject(["60000 NOK", { dealValue: 70000, currency: "EUR" }]);
  expect(open(world)).toEqual([currency, amount]);
  await decide(world, "partnerCenter", amount);
  expect([here(world), open(world)]).toEqual(["70000 EUR", []]);
});

test("changed back in Partner Center, the currency holds the amount up no longer", async () => {
  const world = await waiting();

  world.partnerCenter.editThere(currency, "NOK");
  await look(world);
  await look(world);

  expect(open(world)).toEqual([]);
  expect(here(world)).toBe("70000 USD");
  expect(own(world)).toMatchObject({ dealValue: 70000, currency: "USD" });
});

test("changed together, amount and currency are taken over together", async () => {
  const world = new World();
  await world.run();
  world.partnerCenter.editThere(currency, "EUR");
  world.partnerCenter.editThere(amount, 70000);

  await look(world);

  expect(here(world)).toBe("70000 EUR");
  expect(world.rows.conflicts).toEqual({});
});

test("an amount on Microsoft's referral is taken over where the own referral's currency is agreed", async () => {
  const world = new World({ help: "proofOfConceptDemo", isVisible: true });
  await world.run();
  world.partnerCenter.editThere(amount, 70000, "msft");

  await look(world);

  expect(here(world)).toBe("70000 NOK");
});

test("a deal that is closed there while the currency is disputed leaves the amount out, in a conflict row", async () => {
  const world = await disputed();
  world.partnerCenter.editThere(amount, 70000);
  world.partnerCenter.editThere("/substatus", "Lost");
  world.partnerCenter.editThere("/status", "Closed");

  await look(world);

  expect(here(world)).toBe("50000 USD");
  expect(Object.values(world.rows.conflicts)).toContainEqual(
    expect.objectContaining({
      path: amount,
      there: 70000,
      decision: expect.objectContaining({ kind: "theDealWasClosed" }) as object,
    }),
  );
});

test("where a policy takes an amount whose currency Dynamics 365 does not know, the conflict is open again and can be decided", async () => {
  const world = new World();
  world.settings = { ...world.settings, conflictPolicy: "partnerCenter" };
  await world.run();
  world.edit({ dealValue: "60000" });
  world.partnerCenter.editThere(amount, 70000);
  world.partnerCenter.editThere(currency, "SEK");
  const unknown = toFailure("referral.currencyUnknown", "by the test");
  world.refuse = (operation) => (operation === "save opportunity" ? unknown : null);
  await look(world);

  expect(here(world)).toBe("60000 NOK");
  const openRows = Object.values(world.rows.conflicts).filter(({ decision }) => decision === null);
  expect(openRows).toMatchObject([{ path: amount, here: 60000, there: 70000, agreed: 50000 }]);
  expect(openRows.map(({ key }) => key)).toEqual([world.rows.link?.memory.differences[amount]?.key]);

  world.refuse = () => null;
  await decide(world, "dynamics365", amount);
  expect(Object.values(world.rows.conflicts).filter(({ decision }) => decision === null)).toEqual([]);
});

test("where the row of a disputed currency could not be stored, its amount is not taken over without it, and no row is left behind", async () => {
  const world = new World();
  await world.run();
  world.edit({ currency: "USD" });
  world.partnerCenter.editThere(amount, 70000);
  world.partnerCenter.editThere(currency, "EUR");
  let refusals = 1;
  world.refuse = (operation) => (operation === "note conflicts" && refusals-- > 0 ? noRoom : null);
  await look(world);
  world.pass(600_000);
  await world.run({ trigger: "maintenance", look: true });

  expect(refusals).toBeLessThanOrEqual(0);
  expect(here(world)).toBe("50000 USD");
  expect(open(world)).toEqual([currency, amount]);
  expect(Object.values(world.rows.conflicts)).toMatchObject([{ path: currency, here: "USD", there: "EUR" }]);
});
