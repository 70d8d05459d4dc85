import { listenToSolutions } from "../../../PcfControls/shared/solutionsChannel";
import { choices, columns, customApis } from "../../../Solution/engine/domain/schema";
import { startCoSell } from "../../../WebResources/OpportunityForm/startCoSell";
import { toFailureText, transportFailureWords, words } from "../../../WebResources/OpportunityForm/words";
import { installFakeBroadcastChannel } from "../../PcfControls/fakeBroadcastChannel";
import { createFakeClient, syncAnswer } from "./fakeClient";
import { createFakeForm, settle, type FakeFormOptions } from "./fakeForm";

const { opportunity } = columns;
const savedId = "{0F2C1A4E-1111-4222-8333-ABCDEF012345}";

const defaults = {
  [opportunity.syncWithPartnerCenter]: true,
  [opportunity.syncStatus]: choices.syncStatus.notShared,
  [opportunity.referralIdentifier]: null,
  name: "Fleet renewal",
};

const start = ({ values, ...options }: FakeFormOptions = {}, isCheckMarkShown = true) => {
  const fake = createFakeForm({ id: savedId, values: { ...defaults, ...values }, ...options });
  const server = createFakeClient();
  startCoSell({
    form: fake.form,
    client: server.client,
    settings: async () => ({ isCheckMarkShown }),
    ask: async () => true,
  });
  return { ...fake, server, line: () => fake.notifications.get("cosell")?.text ?? "" };
};

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

  it("never refreshes over what the seller typed while the sync ran", async () => {
    const form = start();
    await form.save();
    form.type("name", "Fleet renewal 2027");
    await form.server.succeed(syncAnswer("inSync"));
    expect(form.log).not.toContain("refresh");
    expect(form.valueOf("name")).toBe("Fleet renewal 2027");
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

describe("the panel's wishes", () => {
  it("goes to a column: its tab first, the body's control before the header's", () => {
    const form = start({ values: { estimatedvalue: 1 }, inHeader: ["estimatedvalue"] });
    form.raise("onGoToField", { column: "estimatedvalue" });
    expect(form.log).toEqual(["tab", "focus estimatedvalue"]);
  });

  it("goes to the header where the column stands only there, which has no tab", () => {
    const form = start({ values: { estimatedvalue: 1 }, inHeader: ["estimatedvalue"], hidden: ["estimatedvalue"] });
    form.raise("onGoToField", { column: "estimatedvalue" });
    expect(form.log).toEqual(["focus header_estimatedvalue"]);
  });

  it("goes to the solutions grid", () => {
    const form = start();
    form.raise("onGoToField", { column: "cosell_partnercentersolution" });
    expect(form.log).toEqual(["tab", "focus subgrid_solutions"]);
  });

  it.each(["nowhere", "parentcontactid"])("says so when %s is not to be seen on the form", (column) => {
    const form = start({ values: { parentcontactid: null }, hidden: ["parentcontactid"] });
    form.raise("onGoToField", { column });
    expect(form.notifications.get("cosell_field")?.text).toBe(words.fieldNotHere);
  });

  it("ignores an event without a column", () => {
    const form = start();
    form.raise("onGoToField", null);
    expect(form.log).toEqual([]);
  });

  it("saves first when there is something to save; the sync follows once", async () => {
    const form = start();
    form.type("name", "Fleet renewal 2027");
    form.raise("onSyncNow");
    await settle();
    expect(form.log).toContain("save");
    expect(form.server.calls).toHaveLength(1);
  });

  it("syncs at once when nothing is to be saved", async () => {
    const form = start();
    form.raise("onSyncNow");
    await settle();
    expect(form.log).not.toContain("save");
    expect(form.server.calls).toHaveLength(1);
  });
});

describe("the solutions grid", () => {
  it("syncs once after rows were added and removed, not after its first load", async () => {
    const form = start();
    form.loadGrid(1);
    jest.advanceTimersByTime(5_000);
    expect(form.server.calls).toHaveLength(0);

    form.loadGrid(2);
    form.loadGrid(3);
    jest.advanceTimersByTime(1_000);
    expect(form.server.calls).toHaveLength(1);

    await form.server.succeed(syncAnswer("inSync"));
    form.loadGrid(3);
    jest.advanceTimersByTime(5_000);
    expect(form.server.calls).toHaveLength(1);
  });

  it("notices the first row of a grid that was empty", () => {
    const form = start();
    form.loadGrid(0);
    form.loadGrid(1);
    jest.advanceTimersByTime(1_000);
    expect(form.server.calls).toHaveLength(1);
  });

  it("does not call the server while sync is off, but tells the panel", () => {
    installFakeBroadcastChannel();
    const told = jest.fn();
    const stop = listenToSolutions(told);
    const form = start({ values: { [opportunity.syncWithPartnerCenter]: false } });
    form.loadGrid(0);
    form.loadGrid(1);
    jest.advanceTimersByTime(5_000);
    stop();
    expect(form.server.calls).toHaveLength(0);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("does not call the server while the switched toggle is not saved", async () => {
    const form = start({ values: { [opportunity.syncWithPartnerCenter]: false } });
    form.loadGrid(0);
    form.type(opportunity.syncWithPartnerCenter, true);
    form.loadGrid(1);
    jest.advanceTimersByTime(5_000);
    expect(form.server.calls).toHaveLength(0);

    await form.save();
    expect(form.server.calls).toHaveLength(1);
  });

  it("is found when the platform builds it only as its tab opens", () => {
    const form = start({ hasGrid: false });
    expect(form.isSolutionsGridWatched()).toBe(false);
    form.openTab();
    expect(form.isSolutionsGridWatched()).toBe(true);
  });
});
