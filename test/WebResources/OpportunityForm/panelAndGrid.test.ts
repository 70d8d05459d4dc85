import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import { listenToSolutions, tellSolutionsChanged } from "../../../PcfControls/shared/solutionsChannel";
import { words } from "../../../WebResources/shared/forms/strings";
import { installFakeBroadcastChannel } from "../../PcfControls/fakeBroadcastChannel";
import { syncAnswer } from "../shared/forms/fakeClient";
import { settle } from "../shared/forms/fakeForm";
import { savedId, start } from "./startForm";

const { opportunity } = columns;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

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

describe("the seller's decisions", () => {
  it("answers Microsoft and shows what came of it", async () => {
    const form = start();
    form.raise("onAnswer", { answer: "decline", reason: "Others" });
    await settle();
    expect(form.server.calls).toEqual([
      {
        action: "cosell_RespondToReferral",
        parameters: { OpportunityId: savedId.slice(1, -1).toLowerCase(), Answer: "decline", Reason: "Others" },
      },
    ]);
    expect(form.line()).toBe(words.carryingOut);
    await form.server.succeed(syncAnswer("closed"));
    expect(form.line()).toContain("Closed in Microsoft Partner Center.");
    expect(form.log).toContain("refresh");
  });

  it("saves what is open first, for the answer counts for the deal as it stands on the form", async () => {
    const form = start();
    form.type("name", "Fleet renewal 2027");
    form.raise("onAnswer", { answer: "accept", reason: "" });
    await settle();
    expect(form.log).toContain("save");
    expect(form.server.calls.map(({ action }) => action)).toContain("cosell_RespondToReferral");
  });

  it("decides a conflict by its id", async () => {
    const form = start();
    form.raise("onResolveConflict", { conflictId: "c-1", decision: "partnerCenter" });
    await settle();
    expect(form.server.calls).toEqual([
      { action: "cosell_ResolveConflict", parameters: { ConflictId: "c-1", Decision: "partnerCenter" } },
    ]);
  });

  it("says that nothing was changed when the call was not allowed", async () => {
    const form = start();
    form.raise("onResolveConflict", { conflictId: "c-1", decision: "dynamics365" });
    await settle();
    await form.server.fail("forbidden");
    expect(form.line()).toMatch(/^Nothing was changed.*Co-sell Seller/);
  });

  it.each(["onAnswer", "onResolveConflict"] as const)("ignores %s that says nothing", async (event) => {
    const form = start();
    form.raise(event, {});
    await settle();
    expect(form.server.calls).toEqual([]);
  });
});

describe("a deal that needs attention, when the form opens", () => {
  const dueOn = new Date(Date.now() + 8.5 * 86_400_000);
  const openWith = async (code: string | null): Promise<string> => {
    const values = {
      [opportunity.syncStatus]: choices.syncStatus.needsAttention,
      [opportunity.answerDueOn]: dueOn,
    };
    const links = code === null ? [] : [{ [columns.link.failureCode]: code }];
    const form = start({ values }, true, { [tables.link.entitySetName]: links });
    await settle();
    return form.line();
  };

  it("tells of Microsoft's offer, not of a failure", async () => {
    expect(await openWith("referral.answerDue")).toContain(
      "Microsoft offers this deal to you. You have 9 days to answer.",
    );
  });

  it("tells why sending failed, though Microsoft owes an answer at the same time", async () => {
    const line = await openWith("partnerCenter.accessDenied");
    expect(line).toMatch(/^✖ The connector's Partner Center user may not do this/);
    expect(line).not.toContain("offers");
  });

  it("tells that Microsoft declined, without the cross of a failure", async () => {
    expect(await openWith("referral.microsoftDeclined")).toMatch(
      /^Microsoft has declined to help with this deal\. It stays/,
    );
  });

  it("claims neither where the user may not read the link", async () => {
    expect(await openWith(null)).toMatch(/^✖ Not in sync with Microsoft Partner Center/);
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

  it("syncs once for what the picker tells of this very deal, together with what the grid sees, and does not tell it again", () => {
    installFakeBroadcastChannel();
    const form = start();
    form.loadGrid(1);
    const told = jest.fn();
    const stop = listenToSolutions(told);
    const opportunityId = "0f2c1a4e-1111-4222-8333-abcdef012345";
    tellSolutionsChanged({ by: "picker", opportunityId: "99999999-9999-4999-8999-999999999999" });
    jest.advanceTimersByTime(5_000);
    expect(form.server.calls).toHaveLength(0);

    tellSolutionsChanged({ by: "picker", opportunityId });
    form.loadGrid(2);
    jest.advanceTimersByTime(5_000);
    stop();
    expect(form.server.calls).toHaveLength(1);
    expect(told).toHaveBeenCalledTimes(2);
    expect(told).not.toHaveBeenCalledWith(expect.objectContaining({ by: "grid" }));
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
