import * as fc from "fast-check";
import { customApis } from "../../../../../Solution/engine/domain/schema";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";
import type { EngineAnswer } from "../../../../../Solution/engine/flows/EngineAnswer";
import { trouble } from "../../support/FakePartnerCenter";
import { World } from "../../support/World";

/** Fields that hold one value each, by place: what either side may type, in the form of its own side. */
const fields = {
  "/details/notes": { here: (n: number) => ({ notes: `typed here ${n}` }), there: (n: number): Json => `there ${n}` },
  "/name": { here: (n: number) => ({ name: `Named here ${n}` }), there: (n: number): Json => `Named there ${n}` },
  "/details/dealValue": {
    here: (n: number) => ({ dealValue: String(1000 + n) }),
    there: (n: number): Json => 5000 + n,
  },
  "/details/closingDateTime": {
    here: (n: number) => ({ closeDate: `2027-03-0${n}` }),
    there: (n: number): Json => `2027-04-0${n}T00:00:00Z`,
  },
} as const;

type Path = keyof typeof fields;

/** Those that Partner Center takes again. */
const paths = (Object.keys(fields) as Path[]).filter((path) => path !== "/name");

const read = (there: unknown, path: string): unknown =>
  path
    .slice(1)
    .split("/")
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], there);

/** What Dynamics 365 holds, and what Partner Center does, of all fields. */
const sides = ({ opportunity, partnerCenter }: World): Record<string, unknown> => ({
  here: [opportunity.notes, opportunity.dealValue, opportunity.closeDate],
  there: paths.map((path) => read(partnerCenter.owned("contoso")[0], path)),
});

/** Both sides of a shared deal change these fields; keys of conflicts become what GUIDs are: without capitals. */
const dispute = async (world: World, disputed: readonly Path[], n: number): Promise<void> => {
  for (const path of disputed) {
    world.edit(fields[path].here(n));
    world.partnerCenter.editThere(path, fields[path].there(n));
  }
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  const small = <Keyed extends { key: string }>(one: Keyed): Keyed => ({ ...one, key: one.key.toLowerCase() });
  const { link, conflicts } = world.rows;
  if (link === null) throw new Error("nothing is shared");
  world.rows.conflicts = Object.fromEntries(Object.values(conflicts).map((one) => [small(one).key, small(one)]));
  const differences = Object.entries(link.memory.differences).map(([place, one]) => [place, small(one)]);
  const memory = { ...link.memory, differences: Object.fromEntries(differences) as typeof link.memory.differences };
  world.rows.link = { ...link, memory };
};

const conflictOf = ({ rows }: World, path: Path) => {
  const conflict = Object.values(rows.conflicts)
    .filter((one) => one.path === path)
    .at(-1);
  if (!conflict) throw new Error(`no conflict about ${path}`);
  return conflict;
};

const resolve = (world: World, path: Path, Decision: string, more: { Digest?: string; Value?: string } = {}) =>
  world.ask(customApis.resolveConflict, {
    ConflictId: { $t: "guid", v: conflictOf(world, path).key },
    Decision,
    ...more,
  });

const said = (answer: EngineAnswer): { status: string; failure: { code: string } | null; digest?: string } => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as ReturnType<typeof said>;
};

const refusal = (answer: EngineAnswer): string => ("error" in answer ? answer.error.code : "no error");

const shared = async (disputed: readonly Path[] = ["/details/notes"]): Promise<World> => {
  const world = new World();
  await world.run();
  await dispute(world, disputed, 1);
  return world;
};

const notes = (world: World): unknown[] => [
  world.opportunity.notes,
  read(world.partnerCenter.owned("contoso")[0], "/details/notes"),
];

const lastEntry = ({ rows }: World): string =>
  rows.entries.filter(({ fact }) => fact.name === "ConflictDecided").at(-1)?.fact.words ?? "";

test("a decision that is taken back gives the field the value that lost, on both sides, and says so", async () => {
  const world = await shared();
  await resolve(world, "/details/notes", "dynamics365");

  expect(said(await resolve(world, "/details/notes", "undo"))).toMatchObject({ status: "inSync", failure: null });

  expect(notes(world)).toEqual(["there 1", "there 1"]);
  expect(conflictOf(world, "/details/notes").decision).toEqual({
    kind: "tookTheValueOfPartnerCenter",
    by: "Sam Seller",
  });
  expect(lastEntry(world)).toContain("A decision was taken back: Description.");
});

test("it can be taken back again, as often as anybody likes", async () => {
  const world = await shared();
  await resolve(world, "/details/notes", "partnerCenter");
  const values: unknown[] = [];
  for (let count = 0; count < 3; count += 1) {
    await resolve(world, "/details/notes", "undo");
    values.push(notes(world));
  }

  expect(values).toEqual([
    ["typed here 1", "typed here 1"],
    ["there 1", "there 1"],
    ["typed here 1", "typed here 1"],
  ]);
});

test.each([
  ["here", (world: World) => world.edit({ notes: "typed since" })],
  ["in Partner Center", (world: World) => world.partnerCenter.editThere("/details/notes", "typed since")],
])(
  "where somebody typed another value since, %s, nothing is taken back, and the answer says why",
  async (_where, type) => {
    const world = await shared();
    await resolve(world, "/details/notes", "dynamics365");
    type(world);

    const answer = await resolve(world, "/details/notes", "undo");
    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect("error" in answer ? answer.error.code : said(answer).failure?.code).toBe("conflict.undoOutdated");
    expect(notes(world)).toEqual(["typed since", "typed since"]);
  },
);

test.each([
  ["in Partner Center", (world: World) => world.partnerCenter.editThere("/status", "Closed")],
  ["in Dynamics 365", (world: World) => void (world.rows.record = { ...world.rows.record, state: "lost" })],
])("a deal that is closed %s keeps what was decided, and the answer says why", async (_where, close) => {
  const world = await shared();
  await resolve(world, "/details/notes", "partnerCenter");
  close(world);
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

  expect(refusal(await resolve(world, "/details/notes", "undo"))).toBe("conflict.undoClosed");
  expect(world.opportunity.notes).toBe("there 1");
});

test.each([
  ["that is open", async () => undefined],
  ["that ended with a third value", (world: World) => resolve(world, "/details/notes", "value", { Value: "a third" })],
  [
    "that ended by itself",
    async (world: World) => {
      world.edit({ notes: "there 1" });
      await world.run();
    },
  ],
])("a conflict %s has nothing to take back", async (_which, end) => {
  const world = await shared();
  await end(world);
  const before = notes(world);

  expect(refusal(await resolve(world, "/details/notes", "undo"))).toBe("conflict.notUndone");
  expect(notes(world)).toEqual(before);
});

test("while Partner Center cannot say what it holds, nothing is taken back", async () => {
  const world = await shared();
  await resolve(world, "/details/notes", "partnerCenter");
  world.partnerCenter.troubles = [trouble("partnerCenter.serviceNotAvailable")];

  expect(refusal(await resolve(world, "/details/notes", "undo"))).toBe("partnerCenter.serviceNotAvailable");
  expect(notes(world)).toEqual(["there 1", "there 1"]);
});

test("a field that Partner Center takes only once keeps what was decided", async () => {
  const world = await shared(["/name"]);
  await resolve(world, "/name", "partnerCenter");

  expect(refusal(await resolve(world, "/name", "undo"))).toBe("conflict.notUndone");
  expect(world.opportunity.name).toBe("Named there 1");
});

test("an amount and its currency that were decided together are taken back together", async () => {
  const world = await shared([]);
  const money = (): unknown[] => [
    [world.opportunity.dealValue, world.opportunity.currency],
    ["/details/dealValue", "/details/currency"].map((path) => read(world.partnerCenter.owned("contoso")[0], path)),
  ];
  world.edit({ currency: "EUR" });
  world.partnerCenter.editThere("/details/currency", "USD");
  await dispute(world, ["/details/dealValue"], 2);
  await resolve(world, "/details/dealValue", "dynamics365");
  const decided = money();

  await resolve(world, "/details/dealValue", "undo");

  expect(decided).toEqual([
    ["1002", "EUR"],
    [1002, "EUR"],
  ]);
  expect(money()).toEqual([
    ["5002", "USD"],
    [5002, "USD"],
  ]);
});

test("a preview of it binds", async () => {
  const world = await shared();
  await resolve(world, "/details/notes", "dynamics365");
  const ConflictId = { $t: "guid", v: conflictOf(world, "/details/notes").key };
  const preview = said(await world.ask(customApis.previewChange, { ConflictId, Decision: "undo" }));

  expect(refusal(await resolve(world, "/details/notes", "undo", { Digest: "another" }))).toBe(
    "request.previewOutdated",
  );
  expect(notes(world)).toEqual(["typed here 1", "typed here 1"]);
  expect(refusal(await resolve(world, "/details/notes", "undo", { Digest: preview.digest ?? "" }))).toBe("no error");
  expect(notes(world)).toEqual(["there 1", "there 1"]);
});

test("in any history, taking a decision back twice leaves both sides exactly as the decision had left them", async () => {
  const step = fc.record({
    disputed: fc.subarray(paths, { minLength: 1 }),
    takes: fc.array(fc.constantFrom("dynamics365", "partnerCenter"), {
      minLength: paths.length,
      maxLength: paths.length,
    }),
    undone: fc.subarray(paths),
    isTwice: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (history) => {
      const world = new World();
      await world.run();
      for (const [at, { disputed, takes, undone, isTwice }] of history.entries()) {
        await dispute(world, disputed, at + 1);
        for (const path of disputed) await resolve(world, path, takes[paths.indexOf(path)] ?? "dynamics365");
        const decided = sides(world);
        for (const path of undone.filter((one) => disputed.includes(one))) {
          const { here, there, decision } = conflictOf(world, path);
          const lost = decision?.kind === "keptTheValueOfDynamics365" ? there : here;
          expect(said(await resolve(world, path, "undo"))).toMatchObject({ failure: null });
          expect(read(world.partnerCenter.owned("contoso")[0], path)).toEqual(lost);
          if (isTwice) await resolve(world, path, "undo");
        }
        if (isTwice) expect(sides(world)).toEqual(decided);
      }
      expect(world.rows.link).toMatchObject({ status: "inSync", memory: { differences: {} } });
    }),
    { numRuns: 25 },
  );
}, 30_000);
