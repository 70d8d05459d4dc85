import { toOwnReferral } from "../../../../../Solution/engine/domain/referral/referralBodies";
import type { Answer } from "../../../../../Solution/engine/domain/sync/Answer";
import type { SyncResult } from "../../../../../Solution/engine/flows/sync/SyncResult";
import { trouble } from "../../support/FakePartnerCenter";
import { sampleOpportunity } from "../../support/sampleOpportunity";
import { noRoom, World } from "../../support/World";

const day = 86_400_000;

const answer = (kind: Answer["kind"], reason = ""): Answer => ({ kind, reason, by: "Sam Seller" });

/** A deal that Microsoft offers, and its opportunity. */
const offered = async (): Promise<World> => {
  const world = new World();
  const content = toOwnReferral(sampleOpportunity(), world.settings.fieldMap);
  world.partnerCenter.offer({ ...content, externalReferenceId: "", createdDateTime: world.now });
  await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
  world.partnerCenter.calls.length = 0;
  return world;
};

const shared = async (): Promise<World> => {
  const world = new World();
  await world.run();
  world.partnerCenter.calls.length = 0;
  return world;
};

const own = (world: World) => world.partnerCenter.owned("contoso")[0] ?? {};
const facts = (world: World): string[] => world.rows.entries.map(({ fact }) => fact.name);
const give = (world: World, given: Answer): Promise<SyncResult | null> => world.run({ answer: given });

describe("a deal that Microsoft offers", () => {
  test("waits for the seller's answer, with the day it is due, and nothing is sent", async () => {
    const world = await offered();

    world.edit({ notes: "typed before the answer" });
    const result = await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "needsAttention", failure: { code: "referral.answerDue" }, writes: 0 });
    expect(world.rows.link?.answerDueOn).toBe("2026-12-06T21:00:00.000Z");
    expect(world.rows.record.answerDueOn).toBe("2026-12-06T21:00:00.000Z");
    expect(world.partnerCenter.calls).toEqual([]);
  });

  test("accepting is one PATCH with the state, the external reference and what was typed meanwhile", async () => {
    const world = await offered();
    world.edit({ notes: "typed before the answer" });

    const result = await give(world, answer("accept"));

    expect(result).toMatchObject({ status: "inSync", answered: "sent", writes: 1, answerDueOn: null });
    expect(own(world)).toMatchObject({
      status: "Active",
      substatus: "Accepted",
      externalReferenceId: world.opportunity.id,
      details: { notes: "typed before the answer" },
    });
    expect(world.partnerCenter.calls).toEqual(["PATCH referral"]);
    expect(world.rows.record.answerDueOn).toBeNull();
    expect(facts(world)).toContain("AnswerSent");
  });

  test("declining closes it on both sides, with the reason", async () => {
    const world = await offered();

    const result = await give(world, answer("decline", "Budget is inadequate"));

    expect(result).toMatchObject({ status: "closed", answered: "sent", writes: 1 });
    expect(own(world)).toMatchObject({ status: "Closed", substatus: "Declined", statusReason: "Budget is inadequate" });
    expect(world.rows.record.state).toBe("lost");
  });

  test("accepting again seconds after a refusal is tried at once", async () => {
    const world = await offered();
    world.partnerCenter.troubles = [trouble("partnerCenter.unprocessable")];
    expect(await give(world, answer("accept"))).toMatchObject({ status: "needsAttention" });
    world.pass(2000);

    expect(await give(world, answer("accept"))).toMatchObject({ status: "inSync", answered: "sent" });
  });

  test("values that come in are taken over before anybody answers", async () => {
    const world = await offered();
    world.partnerCenter.editThere("/details/dealValue", 70000);

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(world.opportunity.dealValue).toBe("70000");
    expect(world.partnerCenter.calls).toEqual([]);
  });

  test("an answer that fails is tried again by itself", async () => {
    const world = await offered();
    world.partnerCenter.troubles = [trouble("partnerCenter.serviceNotAvailable")];

    const waiting = await give(world, answer("accept"));
    world.pass(60 * 60_000);
    const later = await world.run({ trigger: "maintenance" });

    expect(waiting).toMatchObject({ answered: "waiting", status: "queued" });
    expect(later).toMatchObject({ status: "inSync", writes: 1 });
    expect(own(world)).toMatchObject({ status: "Active" });
  });

  test("an answer that was carried out and never heard of is not given twice", async () => {
    const world = await offered();
    world.partnerCenter.troubles = [trouble("http.timeout", true)];

    await give(world, answer("decline", "Others"));
    world.pass(60 * 60_000);
    const later = await world.run({ trigger: "maintenance" });

    expect(later).toMatchObject({ status: "closed" });
    expect(world.rows.record.state).toBe("lost");
  });

  test("it is too late when the days are over", async () => {
    const world = await offered();
    world.partnerCenter.editThere("/substatus", "Expired");
    world.partnerCenter.editThere("/status", "Closed");

    const result = await give(world, answer("accept"));

    expect(result).toMatchObject({ answered: "expired", status: "closed" });
    expect(world.rows.record.state).toBe("lost");
  });

  test("somebody who accepts it in Partner Center answers it, too", async () => {
    const world = await offered();
    world.partnerCenter.editThere("/status", "Active");
    world.partnerCenter.editThere("/substatus", "Accepted");

    const result = await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(result).toMatchObject({ status: "inSync" });
    expect(facts(world)).toContain("AcceptedThere");
    expect(await give(world, answer("accept"))).toMatchObject({ answered: "notOffered", writes: 0 });
  });

  test("winning it here accepts it first", async () => {
    const world = await offered();
    world.rows.record.state = "won";

    await world.run({ trigger: "step" });

    expect(own(world)).toMatchObject({ status: "Closed", substatus: "Won" });
    expect(world.partnerCenter.calls).toEqual(["PATCH referral", "PATCH referral"]);
  });
});

describe("the end of a deal", () => {
  test("won here is one PATCH with values and state", async () => {
    const world = await shared();
    world.edit({ dealValue: "90000" });
    world.rows.record.state = "won";

    const result = await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "closed", writes: 1 });
    expect(own(world)).toMatchObject({ status: "Closed", substatus: "Won", details: { dealValue: 90000 } });
    expect(world.partnerCenter.calls).toEqual(["PATCH referral"]);
  });

  test("closed by the seller's wish, Partner Center comes first and Dynamics 365 follows", async () => {
    const world = await shared();

    const result = await give(world, answer("lost", "Customer chose another vendor"));

    expect(result).toMatchObject({ status: "closed", answered: "sent" });
    expect(own(world)).toMatchObject({ substatus: "Lost", statusReason: "Customer chose another vendor" });
    expect(world.rows.record.state).toBe("lost");
  });

  test.each([
    ["Won", "won"],
    ["Lost", "lost"],
  ])("%s in Partner Center is %s here", async (substatus, state) => {
    const world = await shared();
    world.partnerCenter.editThere("/details/dealValue", 60000);
    world.partnerCenter.editThere("/substatus", substatus);
    world.partnerCenter.editThere("/status", "Closed");

    const result = await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(result).toMatchObject({ status: "closed", writes: 0 });
    expect(world.rows.record.state).toBe(state);
    expect(world.opportunity.dealValue).toBe("60000");
    expect(facts(world)).toEqual(expect.arrayContaining(["ReferralClosed", "ValuesTaken", "ClosedHere"]));
  });

  test("an answer that comes too late takes no place of the ending that waits, nor of its reason", async () => {
    const world = await shared();
    world.partnerCenter.troubles = [trouble("partnerCenter.throttled")];
    await give(world, answer("lost", "NotACustomer"));

    expect(await give(world, answer("decline", "Others"))).toMatchObject({ answered: "notOffered" });
    world.pass(day);
    await world.run({ trigger: "maintenance" });

    expect(own(world)).toMatchObject({ status: "Closed", substatus: "Lost", statusReason: "NotACustomer" });
  });

  test("closed differently on both sides is told, and overwrites nothing", async () => {
    const world = await shared();
    world.rows.record.state = "won";
    world.partnerCenter.editThere("/substatus", "Lost");
    world.partnerCenter.editThere("/status", "Closed");

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
    await world.run({ trigger: "step" });

    expect(world.rows.record.state).toBe("won");
    expect(own(world)).toMatchObject({ substatus: "Lost" });
    expect(Object.values(world.rows.conflicts)).toMatchObject([{ label: "Outcome", here: "won", there: "Lost" }]);
    expect(facts(world).filter((name) => name === "ClosedDifferently")).toHaveLength(1);
  });

  test("opened again here, it stays closed there, and the seller is told why", async () => {
    const world = await shared();
    await give(world, answer("won"));
    world.rows.record.state = "open";

    const result = await world.run({ trigger: "step" });
    await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "closed", findings: [{ code: "reopenedHere" }] });
    expect(world.rows.record.state).toBe("open");
    expect(facts(world).filter((name) => name === "ReopenedHere")).toHaveLength(1);
  });

  test("an edit that came too late to be sent is in a conflict row", async () => {
    const world = await shared();
    world.edit({ notes: "too late" });
    world.partnerCenter.editThere("/substatus", "Won");
    world.partnerCenter.editThere("/status", "Closed");

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(Object.values(world.rows.conflicts)).toMatchObject([
      { path: "/details/notes", here: "too late", decision: { kind: "theDealWasClosed" } },
    ]);
  });

  test("what Dynamics 365 does not let be closed needs somebody, and is tried again on the next save", async () => {
    const world = await shared();
    world.partnerCenter.editThere("/substatus", "Won");
    world.partnerCenter.editThere("/status", "Closed");
    world.refuse = (operation) => (operation === "save opportunity" ? noRoom : null);

    const refused = await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
    world.refuse = () => null;
    world.pass(day);
    const later = await world.run();

    expect(refused).toMatchObject({ status: "needsAttention", failure: { code: "dataverse.refused" } });
    expect(later).toMatchObject({ status: "closed", failure: null });
    expect(world.rows.record.state).toBe("won");
  });

  test("a blocked deal can be closed all the same", async () => {
    const world = await shared();
    world.edit({ solutions: [] });
    world.rows.record.state = "lost";

    await world.run({ trigger: "step" });

    expect(own(world)).toMatchObject({ status: "Closed", substatus: "Lost" });
  });

  test("with inbound switched off, nothing is closed here", async () => {
    const world = await shared();
    world.settings = { ...world.settings, inboundEnabled: false };
    world.partnerCenter.editThere("/substatus", "Won");
    world.partnerCenter.editThere("/status", "Closed");

    await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

    expect(world.rows.record.state).toBe("open");
  });
});
