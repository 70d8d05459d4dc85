import { choices, columns, customApis } from "../../../Solution/engine/domain/schema";
import { transportFailureWords, words } from "../../../WebResources/shared/forms/strings";
import { toFailureText } from "../../../WebResources/shared/forms/words";
import { syncAnswer } from "../shared/forms/fakeClient";
import { settle } from "../shared/forms/fakeForm";
import { savedId, start } from "./startForm";

const { opportunity } = columns;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe("after a save", () => {
  it("calls the custom API with the plain identifier, then refreshes and shows the check mark", async () => {
    const form = start();
    await form.save();
    expect(form.server.calls).toEqual([
      { action: customApis.syncOpportunity, parameters: { OpportunityId: "0f2c1a4e-1111-4222-8333-abcdef012345" } },
    ]);
    expect(form.line()).toBe(words.sending);
    expect(form.log).not.toContain("refresh");

    await form.server.succeed(syncAnswer("inSync"));
    expect(form.log).toContain("refresh");
    expect(form.line()).toBe("✔ In sync with Microsoft Partner Center.");
  });

  it("leaves an opportunity alone that is not synced", async () => {
    const form = start({ values: { [opportunity.syncWithPartnerCenter]: false } });
    await form.save();
    expect(form.server.calls).toHaveLength(0);
  });

  it("calls once more when sync was just switched off, so that the status follows", async () => {
    const form = start();
    form.type(opportunity.syncWithPartnerCenter, false);
    await form.save();
    expect(form.server.calls).toHaveLength(1);
    await form.server.succeed(syncAnswer("notShared"));
    expect(form.notifications.size).toBe(0);

    await form.save();
    expect(form.server.calls).toHaveLength(1);
  });

  it("syncs a new opportunity after its first save, when it has an identifier", async () => {
    const form = start({ id: "" });
    await form.firstSave(savedId);
    expect(form.server.calls).toHaveLength(1);
  });

  it("does nothing after a save that failed", async () => {
    const form = start();
    form.failToSave();
    await settle();
    expect(form.server.calls).toHaveLength(0);
    expect(form.notifications.size).toBe(0);
  });

  it("turns saves in quick succession into one more call, not one each", async () => {
    const form = start();
    await form.save();
    await form.save();
    await form.save();
    expect(form.server.calls).toHaveLength(1);
    await form.server.succeed(syncAnswer("inSync"));
    expect(form.server.calls).toHaveLength(2);
    await form.server.succeed(syncAnswer("inSync"));
    expect(form.server.calls).toHaveLength(2);
  });

  it.each([
    ["leaves a deal alone that is blocked as before", choices.syncStatus.blocked, null, false],
    ["shows what came of one that was shared before", choices.syncStatus.blocked, "ref-1", true],
    ["shows that one is blocked now", choices.syncStatus.notShared, null, true],
  ])("%s, so that no list closes while the seller chooses from it", async (_what, status, referral, isRefreshed) => {
    const form = start({
      values: { [opportunity.syncStatus]: status, [opportunity.referralIdentifier]: referral },
    });
    await form.save();
    await form.server.succeed(syncAnswer("blocked"));
    expect(form.log.includes("refresh")).toBe(isRefreshed);
  });

  it("never refreshes over what the seller typed while the sync ran", async () => {
    const form = start();
    await form.save();
    form.type("name", "Fleet renewal 2027");
    await form.server.succeed(syncAnswer("inSync"));
    expect(form.log).not.toContain("refresh");
    expect(form.valueOf("name")).toBe("Fleet renewal 2027");
  });

  it("keeps what the seller types while a refresh is under way, and takes the rest from the server", async () => {
    const form = start({
      serverValues: () => ({ name: "Fleet renewal", [opportunity.syncStatus]: choices.syncStatus.inSync }),
      duringRefresh: () => form.type("name", "Fleet renewal 2027"),
    });
    await form.save();
    await form.server.succeed(syncAnswer("inSync"));

    expect(form.valueOf("name")).toBe("Fleet renewal 2027");
    expect(form.valueOf(opportunity.syncStatus)).toBe(choices.syncStatus.inSync);
    expect(form.form.data.getIsDirty()).toBe(true);
  });

  it("stops listening when a refresh is over", async () => {
    const form = start();
    await form.save();
    await form.server.succeed(syncAnswer("inSync"));
    form.type("name", "Typed later");
    await form.save();
    await form.server.succeed(syncAnswer("inSync"));
    expect(form.valueOf("name")).toBe("Typed later");
    expect(form.form.data.getIsDirty()).toBe(false);
  });

  it("says that it goes on when the answer takes long", async () => {
    const form = start();
    await form.save();
    jest.advanceTimersByTime(10_000);
    expect(form.line()).toBe(words.stillSending);
  });

  it("does not say so any more once the answer is there", async () => {
    const form = start();
    await form.save();
    await form.server.succeed(syncAnswer("inSync"));
    jest.advanceTimersByTime(60_000);
    expect(form.line()).toBe("✔ In sync with Microsoft Partner Center.");
  });
});

describe("while the step of the same save is sending", () => {
  it("asks again until the result is there", async () => {
    const form = start();
    await form.save();
    await form.server.succeed(syncAnswer("sending"));
    expect(form.line()).toBe(words.sending);
    await jest.advanceTimersByTimeAsync(3_000);
    await form.server.succeed(syncAnswer("inSync"));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(form.server.calls).toHaveLength(2);
    expect(form.line()).toBe("✔ In sync with Microsoft Partner Center.");
  });

  it("does not ask for ever", async () => {
    const form = start();
    await form.save();
    for (let turn = 0; turn < 10; turn += 1) {
      await form.server.succeed(syncAnswer("sending"));
      await jest.advanceTimersByTimeAsync(3_000);
    }
    expect(form.server.calls).toHaveLength(6);
    expect(form.line()).toBe(words.sentElsewhere);
  });

  it("does not make a new save wait", async () => {
    const form = start();
    await form.save();
    await form.server.succeed(syncAnswer("sending"));
    await form.save();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(form.server.calls).toHaveLength(2);
    await form.server.succeed(syncAnswer("inSync"));
    expect(form.server.calls).toHaveLength(2);
  });
});

describe("the line above the form", () => {
  it.each(Object.entries(transportFailureWords))("tells in plain words that the call was %s", async (failure, text) => {
    const form = start();
    await form.save();
    await form.server.fail(failure as keyof typeof transportFailureWords);
    expect(form.notifications.get("cosell")).toEqual({ level: "WARNING", text });
  });

  it("takes the words of the catalogue for what went wrong in the engine", async () => {
    const form = start();
    await form.save();
    await form.server.fail("dataverse.noRight");
    expect(form.line()).toBe(toFailureText("dataverse.noRight"));
    expect(form.line()).not.toContain("dataverse");
  });

  it("names what is missing first, and how many items there are", async () => {
    const findings = [
      { code: "x", severity: "warning", words: "No intent.", fix: "Choose one." },
      { code: "y", severity: "blocking", words: "No solution is added.", fix: "Add one under Solutions." },
      { code: "z", severity: "blocking", words: "No contact.", fix: "Choose a contact." },
    ];
    const form = start();
    await form.save();
    await form.server.succeed(syncAnswer("blocked", { findings }));
    expect(form.line()).toBe(
      "Saved, but not sent to Partner Center yet. No solution is added. Add one under Solutions. " +
        `There are 2 items like this. ${words.seeTab}`,
    );
  });

  it("tells what failed and what to do", async () => {
    const failure = { code: "f", words: "Sign-in expired.", fix: "Ask your administrator.", owner: "administrator" };
    const form = start();
    await form.save();
    await form.server.succeed(syncAnswer("needsAttention", { failure }));
    expect(form.notifications.get("cosell")).toEqual({
      level: "ERROR",
      text: "✖ Sign-in expired. Ask your administrator.",
    });
  });

  it("shows no cross either where the check mark is switched off", async () => {
    const failure = { code: "f", words: "Sign-in expired.", fix: "Ask your administrator.", owner: "administrator" };
    const form = start({}, false);
    await form.save();
    await form.server.succeed(syncAnswer("needsAttention", { failure }));
    expect(form.line()).toBe("Sign-in expired. Ask your administrator.");
  });

  it("takes a failure that is waited for less seriously", async () => {
    const failure = { code: "f", words: "Busy.", fix: "Save again in a few minutes.", owner: "microsoft" };
    const form = start();
    await form.save();
    await form.server.succeed(syncAnswer("queued", { failure }));
    expect(form.notifications.get("cosell")).toEqual({
      level: "WARNING",
      text: "✖ Busy. Save again in a few minutes.",
    });
  });

  it("does not trust an answer it cannot read", async () => {
    const form = start();
    await form.save();
    await form.server.succeed({ Response: "<html>" });
    expect(form.line()).toBe(toFailureText("unexpected"));
  });

  it("goes away after a success where the check mark is switched off", async () => {
    const form = start({}, false);
    await form.save();
    await form.server.succeed(syncAnswer("inSync"));
    expect(form.line()).toBe("In sync with Microsoft Partner Center.");
    jest.advanceTimersByTime(8_000);
    expect(form.notifications.size).toBe(0);
  });

  it.each([
    ["inSync", "✔ In sync with Microsoft Partner Center."],
    ["closed", "✔ Closed in Microsoft Partner Center."],
    ["needsAttention", `✖ Not in sync with Microsoft Partner Center. ${words.seeTab}`],
  ] as const)("shows the stored status %s when the form opens", async (status, text) => {
    const form = start({ values: { [opportunity.syncStatus]: choices.syncStatus[status] } });
    await settle();
    expect(form.line()).toBe(text);
  });

  it("says nothing when the form opens and sync is off or the check mark is not wanted", async () => {
    const synced = { [opportunity.syncStatus]: choices.syncStatus.inSync };
    const off = start({ values: { ...synced, [opportunity.syncWithPartnerCenter]: false } });
    const unmarked = start({ values: synced }, false);
    await settle();
    expect([off.notifications.size, unmarked.notifications.size]).toEqual([0, 0]);
  });
});
