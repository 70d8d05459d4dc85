import fc from "fast-check";
import { readReferralValues, toReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import type { ConflictPolicy } from "../../../../../Solution/engine/domain/merge/ConflictPolicy";
import { patchablePlaces } from "../../support/patchablePlaces";
import type { Referral } from "../../../../../Solution/engine/domain/referral/Referral";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";
import { readPointer } from "../../../../../Solution/engine/domain/values/jsonPointer";
import { sameJson } from "../../../../../Solution/engine/domain/values/sameJson";
import { trouble } from "../../support/FakePartnerCenter";
import { Killed, World } from "../../support/World";

/*
 * Laws of two-way sync, whatever is edited on the three replicas, by whatever policy, however late or often events arrive, and
 * whatever is stopped:
 * 1. no lost update: every value that somebody typed is held by both sides in the end, or is in a conflict row, or was
 *    overwritten on its own replica by somebody who saw it there;
 * 2. quiescence: Dynamics 365 and the own referral hold the same, but for fields in an open conflict; by every policy but "ask"
 *    none is open;
 * 3. no echo: after that, an event, a look and a step write nothing anywhere;
 * 4. a closed referral is never patched, visibility is never withdrawn (the fake throws).
 */

const fields = {
  dealValue: {
    path: "/details/dealValue",
    here: (n: number) => ({ dealValue: String(n) }),
    there: (n: number): Json => n,
  },
  notes: {
    path: "/details/notes",
    here: (n: number) => ({ notes: `typed ${n}` }),
    there: (n: number): Json => `typed ${n}`,
  },
  solutions: {
    path: "/details/requirements/solutions",
    here: (n: number) => ({ solutions: [{ id: `SOL-${n}`, name: `App ${n}` }] }),
    there: (n: number): Json => [{ id: `SOL-${n}`, type: "Name", name: `App ${n}`, publisherName: "added there" }],
  },
} as const;

type Field = keyof typeof fields;
const field = fc.constantFrom<Field>("dealValue", "notes", "solutions");

type Action =
  | { kind: "edit"; at: "here" | "own" | "microsoft"; field: Field }
  | { kind: "step"; isInTransaction: boolean }
  /** Reads the referrals now; they are delivered later, maybe more than once. */
  | { kind: "notify" }
  | { kind: "deliver"; which: number }
  | { kind: "look" }
  | { kind: "killed"; at: number; looks: boolean }
  | { kind: "raced"; at: number; field: Field }
  | { kind: "trouble"; after: number; isCarriedOut: boolean }
  | { kind: "pass"; minutes: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      at: fc.constantFrom("here" as const, "own" as const, "microsoft" as const),
      field,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("step" as const), isInTransaction: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ kind: "notify" as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("deliver" as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.constant({ kind: "look" as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("killed" as const), at: fc.nat(20), looks: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("raced" as const), at: fc.nat(20), field }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("trouble" as const), after: fc.nat(2), isCarriedOut: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("pass" as const), minutes: fc.integer({ min: 0, max: 30 }) }) },
);

interface Typed {
  path: string;
  value: Json;
}

/** A deal that all three share, and what people typed into it. */
class Story {
  readonly world = new World({ help: "proofOfConceptDemo", isVisible: true });
  readonly typed: Typed[] = [];
  readonly overwritten: Typed[] = [];
  private readonly snapshots: Referral[][] = [];
  private counter = 1000;

  private get map() {
    return this.world.settings.fieldMap;
  }

  here(path: string): Json {
    return toReferralValues(this.world.opportunity, this.map)[path] ?? null;
  }

  there(path: string, by: "contoso" | "msft" = "contoso"): Json {
    return readReferralValues(this.world.partnerCenter.owned(by)[0] ?? {}, this.map)[path] ?? null;
  }

  edit(at: "here" | "own" | "microsoft", name: Field): void {
    const { path, here, there } = fields[name];
    const number = (this.counter += 1);
    const by = at === "microsoft" ? "msft" : "contoso";
    this.overwritten.push({ path, value: at === "here" ? this.here(path) : this.there(path, by) });
    if (at === "here") this.world.edit(here(number));
    else this.world.partnerCenter.editThere(path, there(number), by);
    this.typed.push({ path, value: at === "here" ? this.here(path) : this.there(path, by) });
  }

  async perform(act: Action): Promise<void> {
    const { world } = this;
    switch (act.kind) {
      case "edit":
        return this.edit(act.at, act.field);
      case "step":
        await world.run({ trigger: "step", isInTransaction: act.isInTransaction });
        return;
      case "notify":
        this.snapshots.push(world.partnerCenter.seen());
        return;
      case "deliver": {
        const seen = this.snapshots[act.which % Math.max(1, this.snapshots.length)];
        if (seen) await world.run({ trigger: "event", seen });
        return;
      }
      case "look":
        await this.look();
        return;
      case "killed":
        return this.interrupted(act.at, () => Promise.reject(new Killed()), act.looks);
      case "raced":
        return this.interrupted(act.at, () => Promise.resolve(this.edit("here", act.field)), true);
      case "trouble":
        world.partnerCenter.troubles = [
          ...Array<null>(act.after).fill(null),
          trouble("http.timeout", act.isCarriedOut),
        ];
        return;
      case "pass":
        return world.pass(act.minutes * 60_000);
    }
  }

  private async look(): Promise<void> {
    try {
      await this.world.run({ trigger: "maintenance", look: true });
    } catch (failure) {
      if (!(failure instanceof Error) || failure.message !== "by the test") throw failure;
    }
  }

  /** Something happens at the n-th port operation of a run. */
  private async interrupted(at: number, what: () => Promise<void>, looks: boolean): Promise<void> {
    let operations = 0;
    this.world.pulse = () => (operations++ === at ? what() : Promise.resolve());
    if (looks) await this.look();
    else await this.world.run({ trigger: "step" });
    this.world.pulse = () => Promise.resolve();
  }

  async settle(): Promise<void> {
    this.world.partnerCenter.troubles = [];
    for (let round = 0; round < 3; round += 1) {
      this.world.pass(86_400_000);
      await this.world.run({ trigger: "maintenance", look: true });
    }
  }

  private isKept({ path, value }: Typed): boolean {
    const { rows, partnerCenter } = this.world;
    const same = (other: Json): boolean => sameJson(other, value);
    const isOver = this.overwritten.some((one) => one.path === path && same(one.value));
    const isPassedOver = partnerCenter.passedOver.some((wire) =>
      same(readReferralValues(toContent(path, wire), this.map)[path] ?? null),
    );
    const inRows = Object.values(rows.conflicts).some(
      (row) => row.path === path && (same(row.here) || same(row.there)),
    );
    return (same(this.here(path)) && same(this.there(path))) || isOver || isPassedOver || inRows;
  }

  lost(): Typed[] {
    return this.typed.filter((one) => !this.isKept(one));
  }

  open(): string[] {
    return Object.keys(this.world.rows.link?.memory.differences ?? {});
  }

  unequal(): string[] {
    return patchablePlaces(this.map).filter((path) => !sameJson(this.here(path), this.there(path)));
  }
}

const toContent = (path: string, wire: Json): Json => {
  const [, first = "", second = "", third = ""] = path.split("/");
  const inner = third === "" ? { [second]: wire } : { [second]: { [third]: wire } };
  return { [first]: inner };
};

const start = async (policy: ConflictPolicy): Promise<Story> => {
  const story = new Story();
  story.world.settings = { ...story.world.settings, conflictPolicy: policy };
  await story.world.run();
  return story;
};

const policies = ["ask", "dynamics365", "partnerCenter", "newest"] as const;

describe.each(policies)("by the policy %s", (policy) => {
  test("no value is lost, both sides become equal, and then there is quiet", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 14 }), async (actions) => {
        const story = await start(policy);
        for (const act of actions) await story.perform(act);
        await story.settle();

        expect(story.lost()).toEqual([]);
        expect(story.unequal().filter((path) => !story.open().includes(path))).toEqual([]);
        if (policy !== "ask") expect(story.open()).toEqual([]);

        const { world } = story;
        const [calls, writes] = [world.partnerCenter.calls.length, world.dataverse.length];
        await world.run({ trigger: "step" });
        await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
        await world.run({ trigger: "maintenance", look: true });
        expect(world.partnerCenter.calls.slice(calls).filter((call) => !call.startsWith("GET"))).toEqual([]);
        expect(world.dataverse.slice(writes).filter((operation) => operation !== "load")).toEqual([]);
        expect(readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, "/status")).toBe("Active");
      }),
      { numRuns: 300 },
    );
  });
});
