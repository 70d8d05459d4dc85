import { toFailure } from "../../../../../Solution/engine/domain/failure/Failure";
import { World } from "../../support/World";

/* What a run could store only in part is told as it is. */

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
