import "@testing-library/jest-dom";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import * as React from "react";
import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import { Panel } from "../../../PcfControls/SyncPanel/components/Panel";
import { toProps } from "../../../PcfControls/SyncPanel/toProps";
import { expectAccessible } from "../expectAccessible";
import {
  completeValues,
  createFakeContext,
  createFakeRecords,
  referralIdentifier,
  referralLink,
  syncedValues,
  type ContextOptions,
} from "./fakeContext";

const show = async (options: ContextOptions = {}) => {
  const goneTo: string[] = [];
  const setSync = jest.fn();
  const syncNow = jest.fn();
  const events = { onGoToField: ({ column }: { column: string }) => void goneTo.push(column), onSyncNow: syncNow };
  const records = options.records ?? createFakeRecords();
  const fake = createFakeContext({ events, ...options, records });
  const element = (next: ContextOptions) =>
    React.createElement(Panel, toProps(createFakeContext({ events, ...options, records, ...next }).context, setSync));
  const rendered = render(React.createElement(Panel, toProps(fake.context, setSync)));
  const update = (next: ContextOptions) => act(async () => rendered.rerender(element(next)));
  await act(async () => undefined);
  return { ...fake, goneTo, setSync, syncNow, records, update, container: rendered.container };
};

const pill = () => screen.getAllByRole("status")[0];
const statusOf = (status: keyof typeof choices.syncStatus) => ({
  ...syncedValues,
  syncStatus: choices.syncStatus[status],
});

describe("each state has words, a way on, and no accessibility fault", () => {
  it.each([
    ["queued", "Queued", "Check now"],
    ["sending", "Sending", "Check now"],
    ["waitingOnMicrosoft", "Waiting on Microsoft", "Open in Partner Center"],
    ["inSync", "In sync", "Open in Partner Center"],
    ["changedHere", "Changed here", "Save and sync"],
    ["changedAtMicrosoft", "Changed at Microsoft", "Check now"],
    ["conflict", "Conflict", "Open in Partner Center"],
    ["needsAttention", "Needs attention", "Try again"],
    ["closed", "Closed", "Open in Partner Center"],
  ] as const)("%s", async (status, words, action) => {
    const { container } = await show({ values: statusOf(status) });
    expect(pill()).toHaveTextContent(words);
    expect(screen.getByRole("button", { name: action })).toBeEnabled();
    await expectAccessible(container);
  });

  it("ready", async () => {
    const { container, syncNow } = await show();
    expect(pill()).toHaveTextContent(/^Ready$/);
    await userEvent.click(screen.getByRole("button", { name: "Save and sync" }));
    expect(syncNow).toHaveBeenCalledTimes(1);
    await expectAccessible(container);
  });

  it("not shared", async () => {
    const { container } = await show({ values: { ...completeValues, syncWithPartnerCenter: false } });
    expect(pill()).toHaveTextContent("Not shared");
    expect(screen.getByText(/Turn sync on and save/)).toBeInTheDocument();
    await expectAccessible(container);
  });

  it("paused", async () => {
    const { container } = await show({ values: { ...syncedValues, syncWithPartnerCenter: false } });
    expect(pill()).toHaveTextContent("Paused");
    await expectAccessible(container);
  });
});

describe("what is missing", () => {
  const incomplete = { ...completeValues, customerConsent: false };

  it("is counted in the state, and each item leads to its column", async () => {
    const records = createFakeRecords();
    records.rows[tables.partnerCenterSolution.logicalName] = [];
    const { container, goneTo } = await show({ values: incomplete, records });
    expect(pill()).toHaveTextContent("Blocked (2 items)");
    const list = within(screen.getByRole("region", { name: "Ready to share?" }));
    for (const button of list.getAllByRole("button", { name: /^Go to field/ })) await userEvent.click(button);
    expect(goneTo).toEqual(
      expect.arrayContaining([tables.partnerCenterSolution.logicalName, columns.opportunity.customerConsent]),
    );
    await expectAccessible(container);
  });

  it("puts what blocks before what is only worth a look", async () => {
    await show({ values: { ...incomplete, customerMarketplaceIntent: null } });
    const severities = screen.getAllByRole("listitem").map((item) => item.textContent.split(":")[0]);
    expect(severities).toEqual([...severities].sort());
    expect(severities[0]).toBe("Must be settled");
  });

  it("leads to the first item from the header", async () => {
    const { goneTo } = await show({ values: incomplete });
    await userEvent.click(screen.getByRole("button", { name: "Go to the first item" }));
    expect(goneTo).toEqual([columns.opportunity.customerConsent]);
  });

  it("follows what the seller types, before any save", async () => {
    const { update } = await show({ values: incomplete });
    expect(pill()).toHaveTextContent("Blocked (1 item)");
    await update({ values: completeValues });
    expect(pill()).toHaveTextContent("Ready");
  });

  it("is not claimed while it is being checked, nor when it could not be read", async () => {
    const records = createFakeRecords();
    records.isFailing = true;
    const { container } = await show({ records });
    expect(screen.getByText(/could not be read/)).toBeInTheDocument();
    expect(screen.queryByText(/Everything needed is here/)).not.toBeInTheDocument();
    await expectAccessible(container);

    records.isFailing = false;
    await act(async () => userEvent.click(screen.getByRole("button", { name: "Check again" })));
    expect(screen.getByText("Nothing is missing.")).toBeInTheDocument();
  });

  it("shows that it is checking", async () => {
    const records = { ...createFakeRecords(), retrieveRecord: () => new Promise<never>(() => undefined) };
    const { container } = await show({ records });
    expect(screen.getByText(/Checking the account/)).toBeInTheDocument();
    await expectAccessible(container);
  });

  it("is not listed once both sides agree and nothing is missing", async () => {
    await show({ values: syncedValues });
    expect(screen.queryByRole("region")).not.toBeInTheDocument();
  });
});

describe("account and solutions", () => {
  const readsOf = (requests: string[], table: string) => requests.filter((request) => request.startsWith(table)).length;

  it("are read again after a sync, and when the customer changes, and not otherwise", async () => {
    const { records, update } = await show({ values: syncedValues });
    expect(readsOf(records.requests, "account")).toBe(1);
    await update({ values: { ...syncedValues, opportunityName: "Fleet renewal 2027" } });
    expect(readsOf(records.requests, "account")).toBe(1);

    await update({ values: { ...syncedValues, lastSyncedOn: new Date("2026-11-22T21:00:00Z") } });
    expect(readsOf(records.requests, "account")).toBe(2);
    await update({
      values: { ...syncedValues, customer: [{ id: "44444444-4444-4444-4444-444444444444", name: "Fabrikam" }] },
    });
    expect(records.requests.some((request) => request.includes("44444444"))).toBe(true);
  });

  it("are asked of the server only for records that are there", async () => {
    const { records } = await show({ id: null, values: { ...completeValues, customer: null, contact: null } });
    expect(records.requests.filter((request) => !request.startsWith("environmentvariable"))).toEqual([]);
  });

  it("uses the country column of the setting", async () => {
    const records = createFakeRecords();
    records.rows.environmentvariabledefinition = [
      {
        defaultvalue: "address1_country",
        environmentvariabledefinition_environmentvariablevalue: [{ value: "new_countrycode" }],
      },
    ];
    await show({ records });
    expect(records.requests.find((request) => request.startsWith("account"))).toContain("new_countrycode");
  });
});

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
    expect(screen.getByText("Hauptstr. 1, 80331, München, DE")).toBeInTheDocument();
    expect(screen.getByText("Fleet Insights")).toBeInTheDocument();
    await expectAccessible(container);
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

describe("special situations", () => {
  it("tells a new opportunity's seller to save first", async () => {
    const { container } = await show({ id: null });
    expect(screen.getByText(/Save this opportunity first/)).toBeInTheDocument();
    await expectAccessible(container);
  });

  it("offers no change where the user may not change anything", async () => {
    const { container } = await show({ isReadOnly: true });
    expect(screen.getByRole("switch")).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Save and sync" })).not.toBeInTheDocument();
    expect(screen.getByText(/not change it/)).toBeInTheDocument();
    await expectAccessible(container);
  });

  it("says that it is offline, and offers nothing that needs the server", async () => {
    const { container } = await show({ isOffline: true });
    expect(screen.getByText(/You are offline/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Save and sync" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Check again" })).toBeDisabled();
    await expectAccessible(container);
  });

  it("warns when hidden columns make the list uncertain", async () => {
    await show({ security: { dealValue: { readable: false, editable: false } } });
    expect(screen.getByText(/Some columns are hidden/)).toBeInTheDocument();
  });

  it("reads from right to left where the user does", async () => {
    const { container } = await show({ isRtl: true });
    expect(container.querySelector(".cosell")).toHaveAttribute("dir", "rtl");
    await expectAccessible(container);
  });

  it("can be used with the keyboard alone", async () => {
    const { setSync } = await show();
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Save and sync" })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole("switch")).toHaveFocus();
    await userEvent.keyboard(" ");
    expect(setSync).toHaveBeenCalledWith(false);
  });
});
