import { toFailure } from "../../../../../Solution/engine/domain/failure/Failure";
import { noRoom, World } from "../../support/World";

/* What a run could store only in part, or left behind when it was stopped, is told as it is. */

const leaseIsOver = 4 * 60_000;

const shared = async (): Promise<World> => {
  const world = new World();
  await world.run();
  world.pass(60_000);
  return world;
};

const factsOf = (world: World): string[] => world.rows.entries.map(({ fact }) => fact.name);

describe("given values of Partner Center that Dynamics 365 stored before it refused what came after them", () => {
  /** The row is written, and then a request about its solutions is refused. */
  const storeAndRefuse = (world: World, code: "dataverse.busy" | "dataverse.changedMeanwhile"): void => {
    world.refuse = (operation) => {
      if (operation !== "save opportunity") return null;
      world.refuse = () => null;
      world.opportunity = { ...world.opportunity, notes: "typed there" };
      return toFailure(code, "by the test");
    };
  };

  test.each(["dataverse.busy", "dataverse.changedMeanwhile"] as const)(
    "when the refusal says %s, then what is stored counts as taken, and is no conflict",
    async (code) => {
      const world = await shared();
      world.partnerCenter.editThere("/details/notes", "typed there");
      storeAndRefuse(world, code);

      await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

      expect(factsOf(world)).toContain("ValuesTaken");
      expect(world.rows.conflicts).toEqual({});
      expect(world.rows.link?.memory).toMatchObject({ differences: {}, values: { "/details/notes": "typed there" } });
    },
  );

  test("when another value was not stored, then that one alone waits", async () => {
    const world = await shared();
    world.partnerCenter.editThere("/details/notes", "typed there");
    world.partnerCenter.editThere("/details/dealValue", 900);
    storeAndRefuse(world, "dataverse.busy");

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(Object.keys(world.rows.link?.memory.differences ?? {})).toEqual(["/details/dealValue"]);
  });
});

describe("given a conflict that a run stored before it was stopped", () => {
  const stopped = async (): Promise<World> => {
    const world = await shared();
    world.edit({ notes: "typed here" });
    world.partnerCenter.editThere("/details/notes", "typed there");
    world.refuse = (operation) => (operation === "save link" ? noRoom : null);
    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
    world.refuse = () => null;
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ decision: null }]);
    world.pass(leaseIsOver);
    return world;
  };

  test("when it is none any more for the next run, then no open conflict is left behind", async () => {
    const world = await stopped();
    world.edit({ notes: "typed there" });

    const result = await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(result?.status).toBe("inSync");
    expect(world.rows.conflicts).toEqual({});
  });

  test("when the next run finds it again, then it is open once", async () => {
    const world = await stopped();

    const result = await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(result?.status).toBe("conflict");
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ here: "typed here", there: "typed there" }]);
  });
});
