import { trouble } from "../../support/FakePartnerCenter";
import { World } from "../../support/World";
import { repair, runRefused } from "../../support/stoppedRuns";

/* What only the trail of a stopped run tells of, for its link was never stored, and what nobody told at all. */

describe("given a run that had invited Microsoft and was stopped before its link knew", () => {
  test("when the next one fails, too, then the one after looks at Microsoft's referral, and says whom the deal waits for", async () => {
    const world = new World({ isVisible: true, help: "quotesAndLicensing" });
    await runRefused(world, "save opportunity", "save link");
    world.partnerCenter.troubles = [trouble("http.timeout")];
    await repair(world);
    expect(world.rows.link?.microsoftReferralId).not.toBeNull();

    await repair(world);

    expect(world.rows.record.status).toBe("waitingOnMicrosoft");
    expect(world.partnerCenter.owned("msft")).toHaveLength(1);
  });
});

describe("given a run that had shared a deal and was stopped before its link knew", () => {
  test.each([
    ["the customer's consent is taken back", { hasConsent: false }],
    ["nothing is typed", {}],
  ])("when %s, then the deal is still known as shared", async (_what, edit) => {
    const world = new World();
    await runRefused(world, "save link");
    const [shared] = world.partnerCenter.owned("contoso");
    expect(world.rows.link?.referralId).toBeNull();
    world.edit(edit);

    await repair(world);

    expect(world.rows.link).toMatchObject({ referralId: shared?.["id"], memory: { unseen: null } });
    expect(world.rows.record.referralIdentifier).toBe(shared?.["id"]);
    expect(world.partnerCenter.owned("contoso")).toHaveLength(1);
  });

  test("when sync goes off meanwhile, then the link knows of the referral, and looks at it once sync comes on", async () => {
    const world = new World();
    await runRefused(world, "save link");
    world.rows.record = { ...world.rows.record, isSyncOn: false };
    await repair(world);
    expect(world.rows.link?.referralId).not.toBeNull();
    world.partnerCenter.editThere("/details/notes", "typed there");
    world.rows.record = { ...world.rows.record, isSyncOn: true };

    await repair(world);

    expect(Object.values(world.rows.conflicts)).toMatchObject([{ there: "typed there", decision: null }]);
  });
});

describe("given a send that nobody answered, and that had arrived", () => {
  test("when the seller types back what was agreed, then one looks, and the agreed value is sent", async () => {
    const world = new World();
    await world.run();
    const agreed = world.opportunity.notes;
    world.edit({ notes: "sent, and never answered" });
    world.partnerCenter.troubles = [trouble("http.timeout", true)];
    await world.run();
    expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: "sent, and never answered" } }]);
    world.edit({ notes: agreed });

    await world.run();

    expect(world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: agreed } }]);
    expect(world.rows.record.status).toBe("inSync");
  });
});
