import { readPointer } from "../../../../../Solution/engine/domain/values/jsonPointer";
import { visibilityPath } from "../../../../../Solution/engine/domain/referral/referralPatch";
import { coSellOpportunity } from "../../support/sampleOpportunity";
import { trouble } from "../../support/FakePartnerCenter";
import { noRoom, World } from "../../support/World";

const day = 86_400_000;

describe("a deal that was never shared", () => {
  test("a private deal costs one write to Partner Center, the lease, a look whether somebody edited it, and three writes to Dynamics 365", async () => {
    const world = new World();

    const result = await world.run({ isInTransaction: false });

    expect(result).toMatchObject({ status: "inSync", writes: 1, failure: null, findings: [] });
    expect(world.partnerCenter.calls).toEqual(["LIST sentSince", "POST referral"]);
    const upToOutcome = world.dataverse.slice(0, 6);
    expect(upToOutcome).toEqual(["load", "claim", "append entries", "read version", "save opportunity", "save link"]);
  });

  test("a co-sell deal is two POSTs under one engagement, and waits on Microsoft", async () => {
    const world = new World(coSellOpportunity());

    const result = await world.run();

    expect(result).toMatchObject({ status: "waitingOnMicrosoft", writes: 2 });
    const [own] = world.partnerCenter.owned("contoso");
    const [microsofts] = world.partnerCenter.owned("msft");
    expect(own).toMatchObject({ type: "Shared", target: [{ type: "SolutionProfile", id: "SOL-12345-ABC" }] });
    expect(microsofts).toMatchObject({
      engagementId: own?.["engagementId"],
      target: [{ type: "BusinessProfileLocation", id: "msft" }],
      inviteContext: { assistanceRequestCode: "ProofOfConceptOrDemo" },
    });
    expect(world.rows.entries.map(({ fact }) => fact.name)).toEqual(["ReferralCreated", "MicrosoftInvited"]);
  });

  test("what is missing blocks it, is told once, and is not told again by the next run", async () => {
    const world = new World({ solutions: [], customer: null });

    const first = await world.run();
    const entries = world.rows.entries.length;
    const second = await world.run();

    expect(first).toMatchObject({ status: "blocked", writes: 0 });
    expect(first?.findings.map(({ code }) => code)).toEqual(["solutionMissing", "customerMissing"]);
    expect(second?.status).toBe("blocked");
    expect(entries).toBe(1);
    expect(world.rows.entries).toHaveLength(1);
    expect(world.partnerCenter.calls).toEqual([]);
  });

  test("it goes out as soon as what was missing is there", async () => {
    const world = new World({ solutions: [] });
    await world.run();

    world.edit({ solutions: [{ id: "SOL-1", name: "One" }] });
    const result = await world.run({ trigger: "step" });

    expect(result?.status).toBe("inSync");
  });

  test("with outbound switched off it is queued, and goes out when it is switched on", async () => {
    const world = new World();
    world.settings = { ...world.settings, outboundEnabled: false };

    const off = await world.run();
    await world.run();
    world.settings = { ...world.settings, outboundEnabled: true };
    const on = await world.run();

    expect(off).toMatchObject({ status: "queued", writes: 0 });
    expect(world.rows.entries.map(({ fact }) => fact.name)).toEqual(["OutboundPaused", "ReferralCreated"]);
    expect(on?.status).toBe("inSync");
  });
});

describe("a shared deal", () => {
  const shared = async (world = new World()): Promise<World> => {
    await world.run();
    world.pass(day);
    world.partnerCenter.calls.length = 0;
    world.dataverse.length = 0;
    return world;
  };

  test("an edit is one PATCH with only what changed", async () => {
    const world = await shared();

    world.edit({ dealValue: "75000.5", closeDate: "2027-03-01" });
    const result = await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "inSync", writes: 1 });
    expect(world.partnerCenter.calls).toEqual(["PATCH referral"]);
    const [own] = world.partnerCenter.owned("contoso");
    expect(readPointer(own ?? {}, "/details/dealValue")).toBe(75000.5);
    expect(readPointer(own ?? {}, "/details/closingDateTime")).toBe("2027-03-01T00:00:00Z");
    expect(world.rows.record.audit).toContain("✔ Sent to Partner Center: Est. Revenue, Est. Close Date.");
  });

  test("a save that changes nothing of the referral costs one read", async () => {
    const world = await shared();

    await world.run();

    expect(world.dataverse).toEqual(["load"]);
    expect(world.partnerCenter.calls).toEqual([]);
  });

  test("from private to partner-led to co-sell, one step at a time", async () => {
    const world = await shared();

    world.edit({ isVisible: true });
    const partnerLed = await world.run();
    world.edit({ help: "quotesAndLicensing" });
    const coSell = await world.run();

    expect(partnerLed).toMatchObject({ status: "inSync", writes: 1 });
    expect(coSell).toMatchObject({ status: "waitingOnMicrosoft", writes: 1 });
    expect(world.partnerCenter.calls).toEqual(["PATCH referral", "LIST engagement", "POST invitation"]);
  });

  test("from private to co-sell at once is a patch and an invitation", async () => {
    const world = await shared();

    world.edit({ isVisible: true, help: "quotesAndLicensing" });
    const result = await world.run();

    expect(result).toMatchObject({ status: "waitingOnMicrosoft", writes: 2 });
    expect(world.partnerCenter.calls).toEqual(["PATCH referral", "LIST engagement", "POST invitation"]);
  });

  test("asking for help makes the deal visible on both sides, because help is asked of people who see it", async () => {
    const world = await shared();

    world.edit({ help: "quotesAndLicensing" });
    const result = await world.run();

    expect(result).toMatchObject({ status: "waitingOnMicrosoft", writes: 2 });
    expect(world.opportunity.isVisible).toBe(true);
    expect(readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, visibilityPath)).toBe(true);
    expect(world.rows.record.audit).toContain("Set to Visible, because asking Microsoft for help");
  });

  test("help without the customer's consent makes nothing visible", async () => {
    const world = await shared();

    world.edit({ help: "quotesAndLicensing", hasConsent: false });
    const result = await world.run();

    expect(result?.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["consentMissing", "helpNeedsVisibility"]),
    );
    expect(world.opportunity.isVisible).toBe(false);
    expect(world.partnerCenter.calls).toEqual([]);
  });

  test("a visible deal that is set to private is set back, and nothing is sent", async () => {
    const world = await shared(new World({ isVisible: true }));

    world.edit({ isVisible: false });
    const result = await world.run({ trigger: "step" });

    expect(result).toMatchObject({ status: "inSync", writes: 0, findings: [] });
    expect(world.opportunity.isVisible).toBe(true);
    expect(world.rows.record.audit).toContain("Set to Visible again");
    expect(world.partnerCenter.calls).toEqual([]);
  });

  test("visibility that Dynamics 365 refuses to take back is no conflict, and is set back by the next run", async () => {
    const world = await shared(new World({ isVisible: true }));
    world.edit({ isVisible: false });
    world.refuse = (operation) => (operation === "save opportunity" ? noRoom : null);
    await world.run({ trigger: "step" });
    expect(world.rows.link?.memory.differences).toEqual({});

    world.refuse = () => null;
    world.pass(3_600_000);
    const result = await world.run({ trigger: "maintenance" });

    expect([world.opportunity.isVisible, result?.status]).toEqual([true, "inSync"]);
    expect(world.rows.conflicts).toEqual({});
  });

  test("a name that Partner Center keeps is a warning, not a write", async () => {
    const world = await shared();

    world.edit({ name: "Another name" });
    const result = await world.run();

    expect(result).toMatchObject({ status: "inSync", writes: 0 });
    expect(result?.findings.map(({ words }) => words)).toEqual([
      "Topic changed here, but Partner Center keeps the value the deal was shared with.",
    ]);
  });

  test("another field changed there is taken over, and only the edit of here is sent on top", async () => {
    const world = await shared();
    world.partnerCenter.editThere("/details/notes", "Edited there");

    world.edit({ dealValue: "60000" });
    const result = await world.run();

    expect(world.partnerCenter.calls).toEqual(["PATCH referral", "GET referral", "PATCH referral"]);
    expect(result).toMatchObject({ status: "inSync", writes: 1 });
    const [own] = world.partnerCenter.owned("contoso");
    expect(world.opportunity.notes).toBe("Edited there");
    expect(readPointer(own ?? {}, "/details/notes")).toBe("Edited there");
    expect(readPointer(own ?? {}, "/details/dealValue")).toBe(60000);
  });

  test("the same field changed on both sides is a conflict that nothing overwrites, until the seller decides", async () => {
    const world = await shared();
    world.partnerCenter.editThere("/details/dealValue", 70000);

    world.edit({ dealValue: "60000" });
    const conflict = await world.run();
    const again = await world.run({ trigger: "step" });
    const [own] = world.partnerCenter.owned("contoso");
    const valueInConflict = readPointer(own ?? {}, "/details/dealValue");
    world.edit({ dealValue: "65000" });
    const decided = await world.run();

    expect([conflict?.status, again?.status, decided?.status]).toEqual(["conflict", "conflict", "inSync"]);
    expect(valueInConflict).toBe(70000);
    expect(readPointer(world.partnerCenter.owned("contoso")[0] ?? {}, "/details/dealValue")).toBe(65000);
    expect(world.rows.entries.at(1)?.detail).toContain('"there":70000');
  });

  test("taking over the other side's value ends a conflict without a write", async () => {
    const world = await shared();
    world.partnerCenter.editThere("/details/dealValue", 70000);
    world.edit({ dealValue: "60000" });
    await world.run();
    world.partnerCenter.calls.length = 0;

    world.edit({ dealValue: "70000" });
    const result = await world.run();

    expect(result?.status).toBe("inSync");
    expect(world.partnerCenter.calls).toEqual([]);
  });

  test("a deal closed there takes no more changes, and is closed here", async () => {
    const world = await shared();
    world.partnerCenter.editThere("/substatus", "Won");
    world.partnerCenter.editThere("/status", "Closed");

    world.edit({ dealValue: "60000" });
    const result = await world.run();
    const next = await world.run();

    expect(result?.status).toBe("closed");
    expect(next).toMatchObject({ status: "closed", writes: 0 });
    expect(world.partnerCenter.calls).toEqual(["PATCH referral", "GET referral"]);
  });

  test("switching sync off leaves the referral alone and says so once; switching it on sends what was missed", async () => {
    const world = await shared();
    world.rows.record.isSyncOn = false;
    world.edit({ dealValue: "60000" });

    const off = await world.run();
    await world.run();
    world.rows.record.isSyncOn = true;
    const on = await world.run();

    expect(off).toMatchObject({ status: "notShared", writes: 0 });
    expect(on).toMatchObject({ status: "inSync", writes: 1 });
    expect(world.rows.entries.map(({ fact }) => fact.name)).toEqual([
      "ReferralCreated",
      "SyncTurnedOff",
      "ReferralUpdated",
    ]);
  });
});

test("switching sync off ends what failed: no message waits for it any more, and a doubt stays", async () => {
  const world = new World();
  world.partnerCenter.troubles = [trouble("http.timeout")];
  await world.run();
  const [waiting] = world.rows.messages.map(({ state }) => state);
  world.rows.record.isSyncOn = false;

  await world.run({ trigger: "maintenance" });

  expect([waiting, ...world.rows.messages.map(({ state }) => state)]).toEqual(["waiting", "done"]);
  expect(world.rows.link).toMatchObject({ status: "notShared", failureCode: null, memory: { attempt: null } });
  expect(world.rows.link?.memory.doubtSince).not.toBeNull();
});

describe("the check mark in the name", () => {
  test("is written once when the setting asks for it, turns into a cross on failure, and is taken out again", async () => {
    const world = new World();
    world.settings = { ...world.settings, writeCheckMarkIntoName: true };

    await world.run();
    const synced = world.rows.record.name;
    await world.run();
    const again = world.rows.record.name;
    world.edit({ solutions: [] });
    await world.run();
    const blocked = world.rows.record.name;
    world.settings = { ...world.settings, writeCheckMarkIntoName: false };
    await world.run();

    expect([synced, again, blocked, world.rows.record.name]).toEqual([
      "✔ Fabrikam ERP rollout",
      "✔ Fabrikam ERP rollout",
      "✖ Fabrikam ERP rollout",
      "Fabrikam ERP rollout",
    ]);
  });

  test("is not touched where somebody else typed one", async () => {
    const world = new World({}, { name: "✔ Fabrikam ERP rollout" });

    await world.run();

    expect(world.rows.record.name).toBe("✔ Fabrikam ERP rollout");
  });
});
