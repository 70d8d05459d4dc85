import "@testing-library/jest-dom";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { toFailureWords } from "../../../Solution/engine/domain/failure/Failure";
import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import { expectAccessible } from "../expectAccessible";
import {
  agreedValues,
  completeValues,
  DealRecords,
  linkRow,
  referralIdentifier,
  referralLink,
  syncedValues,
} from "../../../scripts/gallery/states/deal";
import { pill, show, statusOf } from "./showPanel";

describe("the referral", () => {
  it("can be copied and opened", async () => {
    const copied: string[] = [];
    Object.assign(navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
    const { opened } = await show({ values: statusOf("changedHere") });
    await act(async () => userEvent.click(screen.getByRole("button", { name: "Copy the referral identifier" })));
    expect(copied).toEqual([referralIdentifier]);
    expect(screen.getByText("Copied")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Open in Partner Center" }));
    expect(opened).toEqual([referralLink]);
  });

  it("says so when the browser refuses the clipboard", async () => {
    Object.assign(navigator, { clipboard: { writeText: () => Promise.reject(new Error("NotAllowedError")) } });
    await show({ values: syncedValues });
    await act(async () => userEvent.click(screen.getByRole("button", { name: "Copy the referral identifier" })));
    expect(screen.getByText(/Not copied/)).toBeInTheDocument();
  });

  it("says what deleting the opportunity leaves behind, while there is a referral to leave", async () => {
    const words = /deleting it leaves the referral open in Partner Center/;
    await show({ values: syncedValues });
    expect(screen.getByText(words)).toBeInTheDocument();
    await show({ values: statusOf("closed") });
    await show({ values: completeValues });
    expect(screen.getAllByText(words)).toHaveLength(1);
  });

  it("shows its age, with the exact time at hand", async () => {
    const lastSyncedOn = new Date(Date.now() - 12_000);
    await show({ values: { ...syncedValues, lastSyncedOn } });
    const age = screen.getByText(/Last synced 1[23] s ago/);
    expect(age).toHaveAttribute("title", lastSyncedOn.toISOString());
    // A clock in a live region would be read aloud every second.
    expect(age.closest("[role=status]")).toBeNull();
  });

  const shared = (memory: Record<string, unknown> = {}) => {
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [linkRow(memory)];
    return records;
  };

  it("unfolds what Microsoft sees", async () => {
    const { container } = await show({ values: syncedValues, records: shared() });
    expect(screen.queryByText("Ana Bowman, ana@contoso.example, +49 89 1")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "What Microsoft sees" }));
    expect(screen.getByText("Ana Bowman, ana@contoso.example, +49 89 1")).toBeInTheDocument();
    expect(screen.getByText("Hauptstr. 1, 80331 München, DE")).toBeInTheDocument();
    expect(screen.getByText("Fleet Insights")).toBeInTheDocument();
    expect(screen.getByText("Replaces the routing of 40 vans.")).toBeInTheDocument();
    expect(screen.getByText("€ 125000.00")).toBeInTheDocument();
    expect(screen.getByText("2099-03-31")).toBeInTheDocument();
    expect(screen.getByText("Quotes and licensing")).toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "Only here, not in Partner Center" })).not.toBeInTheDocument();
    await expectAccessible(container);
  });

  const unfold = async (values: Record<string, unknown>, memory: Record<string, unknown> = {}) => {
    const { container } = await show({ values: { ...syncedValues, ...values }, records: shared(memory) });
    await userEvent.click(screen.getByRole("button", { name: "What Microsoft sees" }));
    const seen = within(container.querySelector(".cosell-preview") as HTMLElement)
      .getAllByRole("definition")
      .map(({ textContent }) => textContent);
    const local = screen.queryByRole("region", { name: "Only here, not in Partner Center" });
    const stays =
      local === null
        ? []
        : within(local)
            .getAllByRole("term")
            .map(({ textContent, nextElementSibling }) => `${textContent} ${nextElementSibling?.textContent}`);
    await expectAccessible(container);
    return { seen, stays };
  };

  it("shows what Partner Center holds, and apart from it what stays here", async () => {
    const { seen, stays } = await unfold({ opportunityName: "✔ New topic", dealValue: 9, howCanMicrosoftHelp: null });
    expect(seen.slice(0, 2)).toEqual(["Fleet renewal", "€ 125000.00"]);
    expect(stays).toEqual([
      "Deal New topicPartner Center keeps what the deal was shared with.",
      "Deal value € 9.00Not sent yet.",
      "Help wanted (empty)Partner Center keeps what the deal was shared with.",
    ]);
  });

  it("shows what was changed there and not taken over as what is there", async () => {
    const differences = { "/details/dealValue": { here: 125000, there: 70000, side: "own", key: "k" } };
    const { seen, stays } = await unfold({}, { differences });
    expect(seen[1]).toBe("€ 70000.00");
    expect(stays).toEqual(["Deal value € 125000.00Partner Center holds another value."]);
  });

  it("says an amount in the currency it is in there", async () => {
    const values = { ...agreedValues, "/details/currency": "NOK" };
    expect((await unfold({}, { values })).seen[1]).toBe("125000.00 NOK");
  });

  it.each([
    ["paused", { syncWithPartnerCenter: false }, "Not sent: sync is off."],
    ["closed", { syncStatus: choices.syncStatus.closed }, "Not sent: the deal is closed."],
  ])("promises nothing of a deal that is %s", async (_case, values, why) => {
    expect((await unfold({ dealValue: 9, ...values })).stays).toEqual([`Deal value € 9.00${why}`]);
  });

  it("does not compare what the company maps in a way of its own", async () => {
    const { stays } = await unfold({ opportunityName: "Other" }, { customizedPaths: ["/name"] });
    expect(stays).toEqual([]);
  });

  it("says so where what Partner Center holds cannot be read, and shows nothing else in its place", async () => {
    const { container } = await show({ values: syncedValues });
    await userEvent.click(screen.getByRole("button", { name: "What Microsoft sees" }));
    expect(screen.getByText(/could not be read here/)).toBeInTheDocument();
    expect(container).not.toHaveTextContent("Fleet Insights");
  });

  it("of a deal that is not shared yet shows what would be sent", async () => {
    const { container } = await show({ values: completeValues });
    await userEvent.click(screen.getByRole("button", { name: "What would be sent" }));
    expect(container.querySelector(".cosell-preview")).toHaveTextContent("Hauptstr. 1, 80331 München, DE");
  });
});

describe("a failure", () => {
  const withFailure = (failureCode: string) => {
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [{ [columns.link.failureCode]: failureCode }];
    return records;
  };

  it("tells what happened, what to do and who can do it, in the words of the catalogue", async () => {
    const { container } = await show({ values: statusOf("needsAttention"), records: withFailure("token.expired") });
    const card = screen.getByRole("region", { name: "The last sync did not succeed" });
    const { words, fix } = toFailureWords("token.expired");
    expect(
      within(card)
        .getAllByRole("definition")
        .map(({ textContent }) => textContent),
    ).toEqual([words, fix, "Your Dynamics 365 administrator"]);
    await expectAccessible(container);
  });

  it("names the value that Partner Center refused, its reason, and leads there", async () => {
    const about = { reason: "Street 1 is required.", label: "Street 1", column: "parentaccountid" };
    const attempt = { code: "partnerCenter.invalidRequest", about };
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [
      linkRow({ attempt }, { [columns.link.failureCode]: "partnerCenter.invalidRequest" }),
    ];
    const { container, goneTo } = await show({ values: statusOf("needsAttention"), records });
    const card = screen.getByRole("region", { name: "The last sync did not succeed" });
    expect(card).toHaveTextContent("Partner Center saysStreet 1 is required.");
    await userEvent.click(within(card).getByRole("button", { name: /^Go to field/ }));
    expect(goneTo).toEqual(["parentaccountid"]);
    await expectAccessible(container);
  });

  it("is not denied by a list without items", async () => {
    const values = { ...completeValues, syncStatus: choices.syncStatus.needsAttention };
    await show({ values, records: withFailure("partnerCenter.invalidRequest") });
    expect(screen.queryByText("Nothing is missing.")).not.toBeInTheDocument();
    expect(screen.getByText(/^Not in Partner Center yet/)).toBeInTheDocument();
  });

  it("is none where Microsoft has declined: the reason and the next step are told", async () => {
    const records = new DealRecords();
    const microsoft = { status: "Closed", substatus: "Declined", reason: "Requirement is not met" };
    records.rows[tables.link.logicalName] = [
      linkRow({ microsoft }, { [columns.link.failureCode]: "referral.microsoftDeclined" }),
    ];
    const { container } = await show({ values: statusOf("needsAttention"), records });
    const card = screen.getByRole("region", { name: "Microsoft's side of the deal" });
    expect(card).toHaveTextContent("ReasonRequirement is not met");
    expect(card).toHaveTextContent(/set How can Microsoft help\? to blank/);
    expect(container).not.toHaveTextContent("did not succeed");
    expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
    await expectAccessible(container);
  });

  it("is told while it is waited for, too", async () => {
    await show({ values: statusOf("queued"), records: withFailure("partnerCenter.throttled") });
    expect(screen.getByText(toFailureWords("partnerCenter.throttled").words)).toBeInTheDocument();
  });

  it("of a later version is told in general words, never as a code", async () => {
    const { container } = await show({ values: statusOf("needsAttention"), records: withFailure("future.code") });
    expect(container).not.toHaveTextContent("future.code");
    expect(screen.getByRole("region", { name: "The last sync did not succeed" })).toBeInTheDocument();
  });

  it("of the past is not told any more", async () => {
    await show({ values: statusOf("inSync"), records: withFailure("token.expired") });
    expect(screen.queryByText(toFailureWords("token.expired").words)).not.toBeInTheDocument();
  });
});

describe("differences", () => {
  const memory = {
    values: {},
    differences: {
      "/details/closingDateTime": { here: "2099-03-31T00:00:00Z", there: "2099-04-30T00:00:00Z" },
      "/details/dealValue": { here: 125000, there: null },
    },
  };

  it("are shown side by side, by the names a seller knows", async () => {
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [{ [columns.link.lastAgreedValues]: JSON.stringify(memory) }];
    const { container } = await show({ values: statusOf("conflict"), records });
    const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual(["Est. Close Date", "2099-03-312099-04-30", "Est. Revenue", "€ 125000.00(empty)"]);
    await expectAccessible(container);
  });

  it("do not break the panel when the memory cannot be read", async () => {
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [{ [columns.link.lastAgreedValues]: "{" }];
    await show({ values: statusOf("conflict"), records });
    expect(pill()).toHaveTextContent("Conflict");
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
  });
});

describe("what Dynamics 365 could not take", () => {
  const untaken = (
    more: Record<string, unknown>,
    status: keyof typeof choices.syncStatus = "changedAtMicrosoft",
    path = "/details/notes",
  ) => {
    const records = new DealRecords();
    const differences = { [path]: { here: "n".repeat(2000), there: "n".repeat(2100), side: "own", ...more } };
    records.rows[tables.link.logicalName] = [linkRow({ differences })];
    return show({ values: statusOf(status), records });
  };

  it("is told with the reason, in brief, from where both texts differ", async () => {
    const { container } = await untaken({ misfit: { why: "tooLong", maxLength: 2000 } });
    const table = screen.getByRole("table", { name: "What Dynamics 365 could not take" });
    expect(table).toHaveTextContent("Shortened to 2,000 characters; the whole text is in Partner Center.");
    expect(table.textContent.length).toBeLessThan(700);
    expect(table).toHaveTextContent("… (2100 characters)");
    expect(screen.queryByRole("table", { name: "Where both sides differ" })).not.toBeInTheDocument();
    expect(container).toHaveTextContent("Partner Center holds something that Dynamics 365 cannot hold.");
    await expectAccessible(container);
  });

  it("is told whatever else there is to say, until the deal is closed", async () => {
    const misfit = { why: "outOfRange" };
    await untaken({ misfit }, "needsAttention");
    expect(screen.getByRole("table", { name: "What Dynamics 365 could not take" })).toBeInTheDocument();
    await untaken({ misfit }, "closed");
    expect(screen.getAllByRole("table")).toHaveLength(1);
  });

  it("is told of a value that Dynamics 365 quietly did not take", async () => {
    await untaken({ isUntaken: true });
    expect(screen.getByText(/it computes or rounds it, or a business rule sets it/)).toBeInTheDocument();
    await untaken({ isUntaken: true }, "changedAtMicrosoft", "/customerProfile/team");
    expect(screen.getByText(/^A contact keeps what is empty in Partner Center/)).toBeInTheDocument();
  });
});

describe("where the deal is", () => {
  const unasked = { ...completeValues, howCanMicrosoftHelp: null };
  const off = { syncWithPartnerCenter: false };
  const { visible, private: hidden } = choices.referralVisibility;

  it.each([
    ["private", { ...unasked, referralVisibility: hidden }, /^Not in Partner Center yet\..*only your company/],
    ["visible once sent", unasked, /^Not in Partner Center yet\..*Microsoft sellers will see it; that can't be undone/],
    ["visible because help is asked", { ...completeValues, referralVisibility: null }, /Microsoft sellers will see it/],
    ["visible", syncedValues, /^In Partner Center\. Microsoft sellers see this referral; that can't be undone/],
  ])("is told when the referral is %s", async (_case, values, words) => {
    await show({ values });
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it("speaks of no referral where nothing is shared and nothing is to be", async () => {
    const { container } = await show({ values: { ...completeValues, ...off } });
    expect(container).toHaveTextContent("Nothing is shared.");
    expect(container).not.toHaveTextContent(/this referral|only your company/i);
  });

  it.each([
    [
      "visible there, set to Private here",
      true,
      { referralVisibility: hidden, howCanMicrosoftHelp: null },
      /^In Partner Center\. Microsoft sellers see this/,
    ],
    ["private there, help typed here", false, { referralVisibility: hidden }, /Once your change is sent/],
    ["private there, set to Visible here", false, { referralVisibility: visible }, /Once your change is sent/],
    ["private there, no sync", false, { referralVisibility: visible, ...off }, /Only your company/],
    ["private on both sides", false, { referralVisibility: hidden, howCanMicrosoftHelp: null }, /Only your company/],
  ])("is what the referral says: %s", async (_case, isVisible, form, words) => {
    const values = { ...agreedValues, "/consent/consentToShareReferralWithMicrosoftSellers": isVisible };
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [linkRow({ values })];
    await show({ values: { ...syncedValues, ...form }, records });
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it.each([
    ["asked", { status: "New", substatus: "Pending" }, /Microsoft is asked and has not answered yet/],
    ["accepted", { status: "Active", substatus: "Accepted" }, /Microsoft takes part in this deal/],
    ["ended", { status: "Closed", substatus: "Declined" }, /Microsoft takes no part in this deal any more/],
  ])("says how far Microsoft is in it: %s", async (_case, microsoft, words) => {
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [linkRow({ microsoft, own: { status: "Active", substatus: "Accepted" } })];
    await show({ values: syncedValues, records });
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it("says that Microsoft offers it", async () => {
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [linkRow({ own: { status: "New", substatus: "Received" } })];
    await show({ values: statusOf("needsAttention"), records });
    expect(screen.getByText("In Partner Center, where Microsoft offers it to you.")).toBeInTheDocument();
  });

  it.each(["Won", "Lost", "Declined", "Expired"])("says how the deal ended: %s", async (substatus) => {
    const records = new DealRecords();
    records.rows[tables.link.logicalName] = [linkRow({ own: { status: "Closed", substatus } })];
    const { container } = await show({ values: statusOf("closed"), records, isReadOnly: true });
    const words = substatus === "Expired" ? /Nobody accepted this deal in time/ : new RegExp(substatus, "i");
    expect(screen.getByText(words)).toBeInTheDocument();
    // A closed record is read-only for everybody; whose rights end here is not the reason.
    expect(container).not.toHaveTextContent("You can read this opportunity but not change it");
  });
});
