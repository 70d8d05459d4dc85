import "@testing-library/jest-dom";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import { tellSolutionsChanged } from "../../../PcfControls/shared/solutionsChannel";
import { expectAccessible } from "../expectAccessible";
import { installFakeBroadcastChannel } from "../fakeBroadcastChannel";
import { accountId, completeValues, DealRecords, linkRow, syncedValues } from "../../../scripts/gallery/states/deal";
import { pill, show, statusOf } from "./showPanel";

const change = { by: "grid", opportunityId: "11111111-1111-1111-1111-111111111111" } as const;

describe("what is missing", () => {
  const incomplete = { ...completeValues, customerConsent: false };

  it("is counted in the state, and each item leads to its column", async () => {
    const records = new DealRecords();
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
    const records = new DealRecords();
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
    const records = Object.assign(new DealRecords(), { isSilent: true });
    const { container } = await show({ records });
    expect(screen.getByText(/Checking the account/)).toBeInTheDocument();
    await expectAccessible(container);
  });

  it("does not take the currency of an unsaved opportunity for missing", async () => {
    await show({ recordId: null });
    expect(screen.queryByText(/currency/)).not.toBeInTheDocument();
  });

  it("is not told of one customer by the facts of another", async () => {
    const { update, records } = await show({ values: { ...completeValues, customer: null } });
    expect(screen.getByText("The opportunity has no account.")).toBeInTheDocument();
    records.retrieveRecord = () => new Promise<never>(() => undefined);
    await update({ values: completeValues });
    expect(screen.queryByText("The opportunity has no account.")).not.toBeInTheDocument();
    expect(screen.getByText(/Checking the account/)).toBeInTheDocument();
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

  it("are read again when the form script tells of added or removed solutions, until the panel is gone", async () => {
    installFakeBroadcastChannel();
    const { records, unmount } = await show();
    records.rows[tables.partnerCenterSolution.logicalName] = [];
    await act(async () => tellSolutionsChanged(change));
    expect(pill()).toHaveTextContent("Blocked (1 item)");
    unmount();
    const before = records.requests.length;
    tellSolutionsChanged(change);
    expect(records.requests).toHaveLength(before);
  });

  it("are asked of the server only for records that are there", async () => {
    const { records } = await show({ recordId: null, values: { ...completeValues, customer: null, contact: null } });
    expect(records.requests.filter((request) => !request.startsWith("environmentvariable"))).toEqual([]);
  });

  it("takes the saved customer where Account and Contact are empty, as the server does", async () => {
    const records = new DealRecords();
    records.rows.opportunity = {
      ...records.rows.opportunity,
      _customerid_value: accountId,
      "_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
    };
    await show({ records, values: { ...completeValues, customer: null, howCanMicrosoftHelp: null } });
    expect(records.requests.some((request) => request.startsWith(`account(${accountId})`))).toBe(true);
    expect(pill()).toHaveTextContent("Ready");
  });

  it("takes a solution's identifier from the catalogue where the row has none", async () => {
    const records = new DealRecords();
    const row = { cosell_solutionid: null, cosell_name: "Fleet Insights" };
    records.rows[tables.partnerCenterSolution.logicalName] = [row];
    const { update } = await show({ records });
    expect(screen.getByText(/Solution ID is required/)).toBeInTheDocument();

    const detail = { cosell_name: "Fleet Insights", cosell_solutionid: "SOL-1" };
    records.rows[tables.partnerCenterSolution.logicalName] = [{ ...row, cosell_SolutionDetailId: detail }];
    await update({ values: { ...completeValues, audit: "something happened" } });
    expect(screen.queryByText(/Solution ID is required/)).not.toBeInTheDocument();
  });

  it("uses the country column of the setting", async () => {
    const records = new DealRecords();
    records.rows.environmentvariabledefinition = [
      {
        schemaname: "cosell_CountryCodeFieldName",
        defaultvalue: "address1_country",
        environmentvariabledefinition_environmentvariablevalue: [{ value: "new_countrycode" }],
      },
    ];
    await show({ records });
    expect(records.requests.find((request) => request.startsWith("account"))).toContain("new_countrycode");
  });
});

describe("settings of the company", () => {
  const withVariables = (values: Record<string, string>) => {
    const records = new DealRecords();
    records.rows.environmentvariabledefinition = Object.entries(values).map(([schemaname, value]) => ({
      schemaname,
      defaultvalue: "yes",
      environmentvariabledefinition_environmentvariablevalue: [{ value }],
    }));
    return records;
  };

  it.each([
    [
      "cosell_DealValueFieldName",
      /Deal value field name in Dynamics 365 says “new_missing”, which is no column of opp/,
    ],
    ["cosell_CountryCodeFieldName", /Customer Account Country Code field name .* says “new_missing”, .* of account/],
  ])("that name a column which does not exist are told by name, not as a lack of rights: %s", async (name, words) => {
    const records = withVariables({ [name]: "new_missing" });
    records.missing = ["new_missing"];
    const { container } = await show({ records });
    expect(pill()).toHaveTextContent("Blocked (1 item)");
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(container).not.toHaveTextContent("whether you may read them");
    expect(container).not.toHaveTextContent(/The deal has no value|country/);
    expect(screen.queryByRole("button", { name: /Go to/ })).not.toBeInTheDocument();
    await expectAccessible(container);
  });

  it("that the server has met already are told once", async () => {
    const records = withVariables({ cosell_DealValueFieldName: "new_missing" });
    records.missing = ["new_missing"];
    const code = "dataverse.columnUnknown";
    const about = { reason: "The environment variable says “new_missing”.", label: "", column: "" };
    records.rows[tables.link.logicalName] = [
      linkRow({ attempt: { code, about } }, { [columns.link.failureCode]: code }),
    ];
    const { container } = await show({ values: statusOf("needsAttention"), records });
    expect(container.textContent.match(/new_missing/g)).toHaveLength(1);
    expect(container).toHaveTextContent("Your Dynamics 365 administrator");
  });

  it("that mean nothing are told with what counts instead", async () => {
    await show({ records: withVariables({ cosell_OutboundEnabled: "maybe" }) });
    expect(screen.getByText(/Outbound enabled is “maybe”, which means nothing here; yes is used/)).toBeInTheDocument();
    expect(pill()).toHaveTextContent("Ready");
  });

  it("that switch sending off are told, and nothing is offered that would change that", async () => {
    const records = withVariables({ cosell_OutboundEnabled: "no" });
    const { container } = await show({ values: statusOf("queued"), records });
    expect(screen.getByText(/An administrator has switched off sending/)).toBeInTheDocument();
    expect(container).toHaveTextContent(/It goes out by itself once an administrator switches sending on again/);
    expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
    await expectAccessible(container);
  });

  it("do not matter to a deal that nobody shares", async () => {
    const records = withVariables({ cosell_OutboundEnabled: "no" });
    await show({ values: { ...completeValues, syncWithPartnerCenter: false }, records });
    expect(screen.queryByText(/switched off sending/)).not.toBeInTheDocument();
  });
});
