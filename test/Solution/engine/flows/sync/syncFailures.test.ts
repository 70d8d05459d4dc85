import { trouble } from "../../support/FakePartnerCenter";
import { coSellOpportunity } from "../../support/sampleOpportunity";
import { noRoom, World } from "../../support/World";

const day = 86_400_000;

describe("trouble outside", () => {
  test("throttling waits as long as it was asked to, whoever asks", async () => {
    const world = new World();
    world.partnerCenter.troubles = [null, trouble("partnerCenter.throttled", false, 120_000)];

    const throttled = await world.run();
    world.pass(60_000);
    const tooEarly = await world.run();
    world.pass(60_001);
    const later = await world.run();

    expect(throttled).toMatchObject({ status: "queued", failure: { owner: "microsoft" } });
    expect(world.rows.record.audit).toContain("✖ Partner Center asked to send less at once.");
    expect(tooEarly).toMatchObject({ status: "queued", writes: 0 });
    expect(later).toMatchObject({ status: "inSync", writes: 1, failure: null });
    expect(world.rows.messages).toMatchObject([{ state: "done" }]);
  });

  test("a failed attempt is a message that explains itself, and a waiting one at most per opportunity", async () => {
    const world = new World();
    world.partnerCenter.troubles = [null, trouble("http.network"), null, trouble("http.timeout")];

    await world.run();
    world.pass(day);
    await world.run();

    expect(world.rows.messages).toEqual([
      {
        state: "waiting",
        // The second is an edit's, and the first one's next attempt has been due for a day.
        attempts: 1,
        code: "http.timeout",
        nextAttemptOn: expect.stringMatching(/T21:00:/) as string,
      },
    ]);
    expect(world.rows.link).toMatchObject({ failureCode: "http.timeout", leaseOwner: null });
  });

  test("a failure that only a person can end needs attention, and is not repeated by the step of the same save", async () => {
    const world = new World();
    world.partnerCenter.troubles = [null, trouble("partnerCenter.invalidRequest")];

    const first = await world.run();
    const twin = await world.run({ trigger: "step" });
    world.pass(60_000);
    const laterStep = await world.run({ trigger: "step" });

    expect(first).toMatchObject({ status: "needsAttention", failure: { owner: "seller" } });
    expect([twin?.status, laterStep?.status]).toEqual(["needsAttention", "needsAttention"]);
    expect(world.partnerCenter.calls).toEqual(["LIST sentSince", "POST referral"]);
    expect(world.rows.messages).toMatchObject([{ state: "parked", nextAttemptOn: null }]);
  });

  test("an attempt that waits is over once something is missing that only a person can add", async () => {
    const world = new World();
    await world.run();
    world.partnerCenter.troubles = [trouble("http.network")];
    world.edit({ notes: "not sent yet" });
    await world.run();
    world.edit({ closeDate: null });
    await world.run({ trigger: "step" });
    world.pass(day);
    const missing = await world.run({ trigger: "maintenance" });

    expect(missing).toMatchObject({ status: "blocked", failure: null });
    expect(world.rows.messages).toMatchObject([{ state: "done" }]);

    world.edit({ closeDate: "2027-03-01" });
    expect(await world.run({ trigger: "step" })).toMatchObject({ status: "inSync", writes: 1 });
  });

  test("an edit that may mend it is tried by the step as well", async () => {
    const world = new World();
    world.partnerCenter.troubles = [null, trouble("partnerCenter.invalidRequest")];
    await world.run();

    world.edit({ solutions: [{ id: "SOL-2", name: "Two" }] });
    const result = await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "inSync", writes: 1 });
  });

  test("a person who saves again tries again", async () => {
    const world = new World();
    world.partnerCenter.troubles = [null, trouble("token.revoked")];
    await world.run();

    world.pass(60_000);
    const result = await world.run();

    expect(result).toMatchObject({ status: "inSync", failure: null });
  });

  test("a POST without an answer that was carried out is found again, not repeated", async () => {
    const world = new World();
    world.partnerCenter.troubles = [null, trouble("http.timeout", true)];

    const silent = await world.run();
    world.pass(60_000);
    const next = await world.run();

    expect(silent).toMatchObject({ status: "queued", referralIdentifier: "" });
    expect(next).toMatchObject({ status: "inSync", writes: 0 });
    expect(world.partnerCenter.calls).toEqual(["LIST sentSince", "POST referral", "LIST sentSince", "GET referral"]);
    expect(world.partnerCenter.owned("contoso")).toHaveLength(1);
    expect(world.rows.entries.at(-1)?.fact.name).toBe("ReferralFound");
  });

  test("an invitation that fails keeps the own referral, and is all the next run sends", async () => {
    const world = new World(coSellOpportunity());
    world.partnerCenter.troubles = [null, null, trouble("partnerCenter.serviceNotAvailable")];

    const first = await world.run();
    world.pass(60_000);
    const second = await world.run();

    expect(first).toMatchObject({ status: "queued", writes: 1 });
    expect(first?.referralIdentifier).not.toBe("");
    expect(second).toMatchObject({ status: "waitingOnMicrosoft", writes: 1 });
    expect(world.partnerCenter.owned("contoso")).toHaveLength(1);
    expect(world.partnerCenter.owned("msft")).toHaveLength(1);
  });

  test("what Dynamics 365 refuses to store is not lost: the next run puts it right without a call", async () => {
    const world = new World();
    world.refuse = (operation) => (operation === "save opportunity" ? noRoom : null);

    const first = await world.run();
    world.refuse = () => null;
    const second = await world.run();

    expect(first?.saveFailure).toEqual(noRoom);
    expect(second).toMatchObject({ status: "inSync", writes: 0, saveFailure: null });
    expect(world.rows.record).toMatchObject({ status: "inSync", referralIdentifier: second?.referralIdentifier });
    expect(world.partnerCenter.calls).toEqual(["LIST sentSince", "POST referral"]);
  });

  test("a link that could not be stored after the POST is made good from Partner Center", async () => {
    const world = new World();
    world.refuse = (operation) => (operation === "save link" ? noRoom : null);
    await world.run();

    world.refuse = () => null;
    world.pass(10 * 60_000);
    const second = await world.run();

    expect(second).toMatchObject({ status: "inSync", writes: 0 });
    expect(world.partnerCenter.owned("contoso")).toHaveLength(1);
  });

  test("an edit taken back ends a failure that nothing is left of", async () => {
    const world = new World();
    await world.run();
    world.partnerCenter.troubles = [trouble("partnerCenter.invalidRequest")];
    world.edit({ dealValue: "1" });
    await world.run();

    world.edit({ dealValue: "50000" });
    const result = await world.run();

    expect(result).toMatchObject({ status: "inSync", failure: null });
    expect(world.rows.messages).toMatchObject([{ state: "done" }]);
  });
});
