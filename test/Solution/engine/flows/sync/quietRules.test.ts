import type { Opportunity } from "../../../../../Solution/engine/domain/opportunity/Opportunity";
import type { JsonObject } from "../../../../../Solution/engine/domain/values/Json";
import { readPointer } from "../../../../../Solution/engine/domain/values/jsonPointer";
import { World } from "../../support/World";

const valuePath = "/details/dealValue";

const shared = async (keep: World["keep"]): Promise<World> => {
  const world = new World({ dealValue: "500" });
  await world.run();
  world.pass(60_000);
  world.keep = keep;
  world.partnerCenter.calls.length = 0;
  return world;
};

/** Dynamics 365 computes the revenue, and ignores what is written to it. */
const computed = (values: Partial<Opportunity>): Partial<Opportunity> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== "dealValue"));
const rounded = (values: Partial<Opportunity>): Partial<Opportunity> => ({
  ...values,
  ...(values.dealValue ? { dealValue: String(Math.round(Number(values.dealValue))) } : {}),
});

const there = (world: World) => readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, valuePath);

describe.each([true, false])("given a run inside a transaction: %p", (isInTransaction) => {
  test.each([
    ["computes the column", computed, "500", 900],
    ["rounds it", rounded, "901", 900.6],
  ] as const)(
    "when Dynamics 365 %s, what it did not take is a difference and is never sent back",
    async (_rule, keep, held, changed) => {
      const world = await shared(keep);
      world.partnerCenter.editThere(valuePath, changed);

      const first = await world.run({ trigger: "event", seen: world.partnerCenter.seen(), isInTransaction });
      world.pass(60_000);
      const second = await world.run({ trigger: "maintenance", look: true, isInTransaction });

      expect([first?.status, second?.status]).toEqual(["changedAtMicrosoft", "changedAtMicrosoft"]);
      expect(world.opportunity.dealValue).toBe(held);
      expect(there(world)).toBe(changed);
      expect(world.partnerCenter.calls).not.toContain("PATCH referral");
      expect(world.rows.link?.memory.differences[valuePath]).toMatchObject({ here: Number(held), there: changed });
      expect(world.rows.record.audit).toContain("but Dynamics 365 keeps its own value: Est. Revenue");
      expect(world.rows.record.audit).not.toContain("Taken from Partner Center: Est. Revenue");
    },
  );

  test("when a contact keeps what Partner Center has emptied, that is said, and nothing of computing", async () => {
    const world = await shared((values) => values);
    const person = world.opportunity.contact;
    world.keep = (values) => ({ ...values, ...(values.contact ? { contact: person } : {}) });
    const [there] = readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, "/customerProfile/team") as JsonObject[];
    world.partnerCenter.editThere("/customerProfile/team", [{ ...there, phoneNumber: "" }]);

    await world.run({ trigger: "event", seen: world.partnerCenter.seen(), isInTransaction });

    expect(world.opportunity.contact).toEqual(person);
    expect(world.rows.record.audit).toContain("keeps its own value: Contact. A contact keeps what is empty in Partner");
    expect(world.rows.record.audit).not.toContain("computes");
  });

  test("when a rule sets a third value, both are kept in an open conflict", async () => {
    const world = await shared((values) => ({ ...values, ...(values.dealValue ? { dealValue: "750" } : {}) }));
    world.partnerCenter.editThere(valuePath, 900);

    const result = await world.run({ trigger: "event", seen: world.partnerCenter.seen(), isInTransaction });

    expect(result?.status).toBe("conflict");
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ here: 750, there: 900, decision: null }]);
    expect(there(world)).toBe(900);
  });
});

test("given a value that was not taken, Dynamics 365 is told once, and the next value there is tried", async () => {
  const world = await shared(computed);
  world.partnerCenter.editThere(valuePath, 900);
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  world.keep = (values) => values;
  world.dataverse.length = 0;

  await world.run({ trigger: "maintenance", look: true });
  const writes = world.dataverse.filter((operation) => operation === "save opportunity");
  world.partnerCenter.editThere(valuePath, 950);
  const result = await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

  expect(writes).toEqual([]);
  expect(result?.status).toBe("inSync");
  expect(world.opportunity.dealValue).toBe("950");
});

test("given a value that was not taken, what the seller types afterwards is sent", async () => {
  const world = await shared(computed);
  world.partnerCenter.editThere(valuePath, 900);
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

  world.edit({ dealValue: "700" });
  const result = await world.run();

  expect(result?.status).toBe("inSync");
  expect(there(world)).toBe(700);
});
