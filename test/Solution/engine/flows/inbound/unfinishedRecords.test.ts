import { choices } from "../../../../../Solution/engine/domain/schema";
import { InboundWorld, newcomer } from "./InboundWorld";

const hourMs = 3_600_000;

const isWaiting = (state: unknown): boolean => JSON.stringify(state).includes(String(choices.messageState.waiting));

/** More operations than a run has that makes a lead. */
const operations = Array.from({ length: 50 }, (_item, at) => at + 1);

const maintain = async (both: InboundWorld): Promise<void> => {
  for (let count = 0; count < 4; count += 1) {
    await both.pass(hourMs);
    await both.call("cosell_RunMaintenance", {});
  }
};

interface Unfinished {
  both: InboundWorld;
  leadId: string;
}

/** A lead that a run made which was killed at that operation, before it could conclude the link; null where it made none. */
const unfinished = async (
  operation: number,
  lead: Partial<Record<keyof typeof newcomer, string>>,
): Promise<Unfinished | null> => {
  const both = await InboundWorld.open();
  both.world.hazard.nextDeath = () => operation;
  both.begin({ ...newcomer, kind: "qualifiedLead", ...lead });
  await both.pass(10_000);
  both.world.hazard.nextDeath = () => null;
  const leadId = both.rows("lead")[0]?.id ?? null;
  const link = both.rows("cosell_link")[0]?.attributes;
  return leadId === null || link === undefined || link["cosell_lastagreedvalues"] !== undefined
    ? null
    : { both, leadId };
};

/** One after the other, wherever a run can be killed between the two. */
async function* everyUnfinished(lead: Partial<Record<keyof typeof newcomer, string>> = {}): AsyncGenerator<Unfinished> {
  for (const operation of operations) {
    const made = await unfinished(operation, lead);
    if (made !== null) yield made;
  }
}

test("a lead that is deleted before its link was concluded is not made again", async () => {
  let met = 0;
  for await (const { both, leadId } of everyUnfinished()) {
    both.write((transaction) => both.world.dataverse.delete("lead", leadId, transaction));
    await both.pass();
    await maintain(both);

    met += 1;
    expect(both.rows("lead")).toEqual([]);
  }
  expect(met).toBeGreaterThan(0);
}, 120_000);

test("an opportunity made of a lead whose link was not concluded goes on with its referral", async () => {
  let met = 0;
  for await (const { both, leadId } of everyUnfinished()) {
    const id = "abababab-0000-4000-8000-000000000001";
    both.write((transaction) => {
      const lead = { $t: "ref", table: "lead", id: leadId };
      const attributes = { name: "Made of a lead", originatingleadid: lead };
      both.world.dataverse.create({ $t: "entity", table: "opportunity", id, attributes }, transaction);
      const over = {
        statecode: { $t: "opt", v: 1 },
        statuscode: { $t: "opt", v: 3 },
        qualifyingopportunityid: { $t: "ref", table: "opportunity", id },
      };
      both.world.dataverse.update(
        { $t: "entity", table: "lead", id: leadId, attributes: over },
        undefined,
        transaction,
      );
    });
    await both.pass();
    await maintain(both);

    met += 1;
    expect(both.only("opportunity")).toMatchObject({ cosell_syncwithpartnercenter: true });
    expect(both.only("cosell_link")).toMatchObject({ cosell_opportunityid: { id } });
  }
  expect(met).toBeGreaterThan(0);
}, 120_000);

test("a lead whose referral is taken away before its link was concluded comes to rest", async () => {
  let met = 0;
  for await (const { both } of everyUnfinished()) {
    const isLinked = both.only("cosell_link")["cosell_leadid"] !== undefined;
    both.world.sandbox.state.referrals.clear();
    await both.pass();
    await maintain(both);

    const waiting = both.rows("cosell_message").filter(({ attributes }) => isWaiting(attributes["cosell_state"]));
    expect(waiting).toEqual([]);
    if (!isLinked) continue;
    met += 1;
    expect(both.only("cosell_link")["cosell_lastagreedvalues"]).toBeDefined();
  }
  expect(met).toBeGreaterThan(0);
}, 120_000);

test("a trail that a killed run began goes on, and tells once what it told", async () => {
  let met = 0;
  for await (const { both } of everyUnfinished({ addressLine1: "a".repeat(251) })) {
    await maintain(both);

    const trail = both.rows("cosell_auditentry").map(({ attributes }) => attributes);
    const facts = trail.map((entry) => entry["cosell_fact"]);
    const [link] = both.rows("cosell_link");
    met += facts.includes("ValuesNotHeld") ? 1 : 0;
    expect(new Set(facts).size).toBe(facts.length);
    expect(trail.map((entry) => entry["cosell_previoushash"] ?? null)).toEqual([
      null,
      ...trail.slice(0, -1).map((entry) => entry["cosell_hash"]),
    ]);
    expect(link?.attributes).toMatchObject({ cosell_auditsequence: trail.length });
  }
  expect(met).toBeGreaterThan(0);
}, 120_000);
