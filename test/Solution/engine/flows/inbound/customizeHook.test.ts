import { acceptReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/acceptReferral";
import { editReferral } from "../../../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { choices } from "../../../../../Solution/engine/domain/schema";
import { failureKinds, type FailureCode } from "../../../../../Solution/engine/domain/failure/failureKinds";
import { Refusal } from "../../../../simulation/dataverse/Refusal";
import type { Attributes, Json } from "../../../../simulation/dataverse/values";
import { InboundWorld } from "./InboundWorld";

/*
 * The company's own custom API in the way of everything that comes in: it sees the record before it is written, its record
 * counts, and when it fails nothing is written, nothing is lost and everybody sees why.
 */

const api = "new_Customize";

type Hook = (record: Record<string, Json>, parameters: Record<string, Json>) => Attributes;

let both: InboundWorld;
let asked: { operation: unknown; table: unknown; record: Record<string, Json>; referral: Record<string, Json> }[];
let hook: Hook;

const answered = (record: unknown): Attributes => ({
  Record: typeof record === "string" ? record : JSON.stringify(record),
});

beforeEach(async () => {
  both = await InboundWorld.open();
  both.set("cosell_CustomizeApi", api);
  asked = [];
  hook = (record) => answered(record);
  const { dataverse } = both.world;
  const execute = dataverse.execute.bind(dataverse);
  dataverse.execute = (message, parameters, transaction) => {
    if (message !== api) return execute(message, parameters, transaction);
    const record = JSON.parse(parameters["Record"] as string) as Record<string, Json>;
    const referral = JSON.parse(parameters["Referral"] as string) as Record<string, Json>;
    asked.push({ operation: parameters["Operation"], table: parameters["Table"], record, referral });
    return hook(record, parameters);
  };
});

/** Ways for a company's API to fail, and what they are called. */
const failures: readonly [how: string, code: FailureCode, hook: Hook][] = [
  [
    "throws",
    "customize.failed",
    () => {
      throw new Refusal("0x80040265", "RAW: no cost centre");
    },
  ],
  ["answers no JSON object", "customize.unreadable", () => answered("RAW [")],
  ["answers a list", "customize.unreadable", () => answered([])],
  [
    "does not exist",
    "customize.unknown",
    () => {
      throw new Refusal("0x80044180", "RAW: no such message");
    },
  ],
];

const accepted = async (): Promise<{ own: string; microsofts: string }> => {
  const referral = both.begin();
  await both.pass();
  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  asked.length = 0;
  return { own: referral.id, microsofts: both.referralOf(referral.engagementId, "msft").id };
};

test("a deal that is pulled in is made of what the API gives back, and stays so on both sides", async () => {
  hook = (record) => answered({ ...record, description: "Customized: territory North" });
  const referral = both.begin();
  await both.pass();

  expect(both.only("opportunity")).toMatchObject({
    description: "Customized: territory North",
    name: "ERP for Fabrikam",
  });
  const made = asked.find(({ table, operation }) => table === "opportunity" && operation === "create");
  expect(made?.record).toMatchObject({ name: "ERP for Fabrikam", description: "Begun by Microsoft" });
  expect(made?.referral).toMatchObject({ id: referral.id });
  expect(both.messages()).toEqual([]);

  both.act(acceptReferral, referral.id, {}, "partner");
  await both.pass();
  expect(both.only("opportunity")).toMatchObject({ description: "Customized: territory North" });
});

test("a later change goes through the API, and its record counts", async () => {
  const { microsofts } = await accepted();
  hook = (record) => answered({ ...record, description: "Customized" });

  both.act(editReferral, microsofts, { dealValue: 75_000 }, "microsoft");
  await both.pass();

  expect(asked.map(({ operation }) => operation)).toContain("update");
  expect(both.only("opportunity")).toMatchObject({ estimatedvalue: { v: "75000" }, description: "Customized" });
});

test.each(failures)(
  "when the API %s, no record is made; the referral waits or asks, and comes once it is well",
  async (_how, code, failing) => {
    hook = failing;
    both.begin();
    await both.pass();

    expect(both.rows("opportunity")).toEqual([]);
    const [message] = both.openMessages();
    expect(message).toMatchObject({ cosell_failurecode: code });
    const isTried = failureKinds[code].retry === "transient";
    expect(message?.["cosell_state"]).toEqual({
      $t: "opt",
      v: isTried ? choices.messageState.waiting : choices.messageState.parked,
    });
    expect(message?.["cosell_detail"]).toContain(failureKinds[code].words);
    expect(message?.["cosell_detail"]).toContain(api);
    expect(JSON.stringify(both.messages())).not.toContain("RAW");

    hook = (record) => answered(record);
    // The run that failed holds the deal for some minutes.
    await both.pass(600_000);
    await both.call("cosell_Replay", {});
    // The record's own step may have been at it when the replay's job wanted to look once more.
    await both.call("cosell_RunMaintenance", {});
    expect(both.rows("opportunity")).toHaveLength(1);
    expect(both.openMessages()).toEqual([]);
  },
);

test.each(failures)(
  "when the API %s, a change is not written, everybody sees why, and it comes once it is well",
  async (_how, code, failing) => {
    const { microsofts } = await accepted();
    hook = failing;
    both.act(editReferral, microsofts, { dealValue: 75_000 }, "microsoft");
    await both.pass();

    const opportunity = both.only("opportunity");
    expect(opportunity).toMatchObject({ estimatedvalue: { v: "50000" } });
    expect(opportunity["cosell_audit"]).toContain(failureKinds[code].words);
    expect(JSON.stringify([opportunity, both.rows("cosell_auditentry"), both.messages()])).not.toContain("RAW");
    // Own referral and Microsoft's are told of by an event each; of two jobs at once one comes again later.
    const told = both.openMessages().filter(({ cosell_failurecode: of }) => of !== "dataverse.busy");
    expect(told).toMatchObject([{ cosell_failurecode: code }]);

    hook = (record) => answered(record);
    // The run that failed holds the deal for some minutes.
    await both.pass(600_000);
    await both.call("cosell_Replay", {});
    await both.call("cosell_RunMaintenance", {});
    expect(both.only("opportunity")).toMatchObject({ estimatedvalue: { v: "75000" } });
    expect(both.openMessages()).toEqual([]);
  },
);

/** When the second and the third copy of each notification come, up to the time that bringing a deal in takes. */
const drawCopies = (): readonly [number, number] => [
  Math.floor(Math.random() * 2500),
  Math.floor(Math.random() * 2500),
];

test.each([true, false])(
  "a deal that is refused waits for a person within seconds, however its notifications meet (inside a transaction: %s)",
  async (isInTransaction) => {
    for (let world = 0; world < 40; world += 1) {
      const copies = drawCopies();
      both = await InboundWorld.open();
      both.set("cosell_CustomizeApi", api);
      both.runEventsInTransactions(isInTransaction);
      const { dataverse } = both.world;
      const execute = dataverse.execute.bind(dataverse);
      dataverse.execute = (message, parameters, transaction) => {
        if (message === api) throw new Refusal("0x80044180", "RAW: no such message");
        return execute(message, parameters, transaction);
      };
      both.world.hazard.nextDelivery = () => [0, ...copies];
      const { id } = both.begin();
      await both.pass(20_000);
      const codes = both
        .openMessages()
        .filter(({ cosell_subject: subject }) => subject === `referral/${id}`)
        .map(({ cosell_failurecode: code }) => code);
      expect({ copies, codes }).toEqual({ copies, codes: ["customize.unknown"] });
    }
  },
);
