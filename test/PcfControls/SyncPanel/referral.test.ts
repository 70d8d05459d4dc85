import "@testing-library/jest-dom";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { toFailureWords } from "../../../Solution/engine/domain/failure/Failure";
import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import { expectAccessible } from "../expectAccessible";
import { completeValues, createFakeRecords, referralIdentifier, referralLink, syncedValues } from "./fakeContext";
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

  it("shows its age, with the exact time at hand", async () => {
    const lastSyncedOn = new Date(Date.now() - 12_000);
    await show({ values: { ...syncedValues, lastSyncedOn } });
    const age = screen.getByText(/Last synced 1[23] s ago/);
    expect(age).toHaveAttribute("title", lastSyncedOn.toISOString());
    // A clock in a live region would be read aloud every second.
    expect(age.closest("[role=status]")).toBeNull();
  });

  it("unfolds what Microsoft sees", async () => {
    const { container } = await show({ values: syncedValues });
    expect(screen.queryByText("Ana Bowman, ana@contoso.example, +49 89 1")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "What Microsoft sees" }));
    expect(screen.getByText("Ana Bowman, ana@contoso.example, +49 89 1")).toBeInTheDocument();
    expect(screen.getByText("Hauptstr. 1, 80331 München, DE")).toBeInTheDocument();
    expect(screen.getByText("Fleet Insights")).toBeInTheDocument();
    expect(screen.getByText("Replaces the routing of 40 vans.")).toBeInTheDocument();
    await expectAccessible(container);
  });
});

describe("a failure", () => {
  const withFailure = (failureCode: string) => {
    const records = createFakeRecords();
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
    const records = createFakeRecords();
    records.rows[tables.link.logicalName] = [{ [columns.link.lastAgreedValues]: JSON.stringify(memory) }];
    const { container } = await show({ values: statusOf("conflict"), records });
    const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual(["Est. Close Date2099-03-312099-04-30", "Est. Revenue125000(empty)"]);
    await expectAccessible(container);
  });

  it("do not break the panel when the memory cannot be read", async () => {
    const records = createFakeRecords();
    records.rows[tables.link.logicalName] = [{ [columns.link.lastAgreedValues]: "{" }];
    await show({ values: statusOf("conflict"), records });
    expect(pill()).toHaveTextContent("Conflict");
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
  });
});

describe("visibility", () => {
  const unasked = { ...completeValues, howCanMicrosoftHelp: null };

  it.each([
    ["private", { ...unasked, referralVisibility: choices.referralVisibility.private }, /Only your company/],
    ["visible once sent", unasked, /will see this referral once it is sent/],
    ["visible because help is asked", { ...completeValues, referralVisibility: null }, /will see this referral/],
    ["visible", syncedValues, /Microsoft sellers see this referral. That can't be undone/],
  ])("is told when the referral is %s", async (_case, values, words) => {
    await show({ values });
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});
