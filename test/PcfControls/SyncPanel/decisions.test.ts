import "@testing-library/jest-dom";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { closeReasons } from "../../../Solution/engine/domain/response/closeReasons";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import { expectAccessible } from "../expectAccessible";
import { DealRecords } from "../../../scripts/gallery/states/deal";
import { type ContextOptions } from "./fakeContext";
import { pill, show, statusOf } from "./showPanel";

const dayMs = 86_400_000;
const { answerDueOn, failureCode } = columns.link;

const withLink = (row: Record<string, unknown>) => {
  const records = new DealRecords();
  records.rows[tables.link.logicalName] = [row];
  return records;
};

const click = (name: string | RegExp) => act(async () => userEvent.click(screen.getByRole("button", { name })));

describe("a deal that Microsoft offers", () => {
  const offered = (options: ContextOptions = {}) =>
    show({
      values: statusOf("needsAttention"),
      records: withLink({
        [failureCode]: "referral.answerDue",
        [answerDueOn]: new Date(Date.now() + 8.5 * dayMs).toISOString(),
      }),
      ...options,
    });

  it("is asked for, with the days that are left and nothing else to press", async () => {
    const { container } = await offered();
    const card = screen.getByRole("region", { name: "Microsoft waits for your answer" });
    expect(card).toHaveTextContent("You have 9 days to answer.");
    expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "The last sync did not succeed" })).not.toBeInTheDocument();
    await expectAccessible(container);
  });

  it("is accepted with one press", async () => {
    const { onAnswer } = await offered();
    await click("Accept");
    expect(onAnswer.mock.calls).toEqual([[{ answer: "accept", reason: "" }]]);
  });

  it("is declined only with a reason, and not by one press", async () => {
    const { onAnswer, container } = await offered();
    await click("Decline…");
    expect(screen.getByRole("button", { name: "Decline for good" })).toBeDisabled();
    const reasons = within(screen.getByRole("radiogroup", { name: "Why do you decline?" })).getAllByRole("radio");
    expect(reasons.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent)).toEqual([...closeReasons]);
    await act(async () => userEvent.click(screen.getByRole("radio", { name: "Timeline is too short" })));
    await expectAccessible(container);
    await click("Decline for good");
    expect(onAnswer.mock.calls).toEqual([[{ answer: "decline", reason: "Timeline is too short" }]]);
  });

  it("is not declined after all", async () => {
    const { onAnswer } = await offered();
    await click("Decline…");
    await click("Back");
    expect(screen.getByRole("button", { name: "Accept" })).toBeInTheDocument();
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it("leaves the list of reasons with Escape, back at the button that opened it", async () => {
    const { onAnswer } = await offered();
    await click("Decline…");
    expect(screen.getByRole("radio", { name: closeReasons[0] })).toHaveFocus();
    await act(async () => {
      await userEvent.keyboard("{Escape}");
    });
    expect(screen.queryByRole("radio")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Decline…" })).toHaveFocus();
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it.each([
    ["offline", { isOffline: true }],
    ["read-only", { isReadOnly: true }],
  ])("cannot be answered %s, and still tells how long there is", async (_case, options) => {
    await offered(options);
    expect(screen.queryByRole("button", { name: "Accept" })).not.toBeInTheDocument();
    expect(screen.getByText(/You have 9 days/)).toBeInTheDocument();
  });
});

describe("waiting on Microsoft", () => {
  it.each([
    [13.2, "Microsoft has 14 days left to answer."],
    [0.4, "Microsoft has until tomorrow to answer."],
  ])("counts down from %d days", async (days, words) => {
    const records = withLink({ [answerDueOn]: new Date(Date.now() + days * dayMs).toISOString() });
    await show({ values: statusOf("waitingOnMicrosoft"), records });
    expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
  });

  it("says the rule where the date is not known", async () => {
    await show({ values: statusOf("waitingOnMicrosoft") });
    expect(screen.getByText(/Microsoft has 14 days to accept/)).toBeInTheDocument();
  });
});

describe("conflicts", () => {
  const { field, fieldLabel, valueHere, valueThere } = columns.conflict;
  const withConflict = () => {
    const records = new DealRecords();
    records.rows[tables.conflict.logicalName] = [
      {
        [tables.conflict.primaryId]: "c-1",
        [field]: "/details/dealValue",
        [fieldLabel]: "Est. Revenue",
        [valueHere]: "125000",
        [valueThere]: "90000",
      },
      {
        [tables.conflict.primaryId]: "c-2",
        [field]: "/details/notes",
        [fieldLabel]: "Description",
        [valueHere]: '"Vans"',
        [valueThere]: "not json",
      },
    ];
    return records;
  };

  it("show both values, and one press decides each", async () => {
    const { container, onResolveConflict } = await show({ values: statusOf("conflict"), records: withConflict() });
    const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual([
      "Est. Revenue",
      "€ 125000.00€ 90000.00",
      "Keep thisTake this",
      "Description",
      "Vansnot json",
      "Keep thisTake this",
    ]);
    await expectAccessible(container);
    await click("Take this for Est. Revenue: € 90000.00, the value of Partner Center");
    await click("Keep this for Description: Vans, the value here");
    expect(onResolveConflict.mock.calls).toEqual([
      [{ conflictId: "c-1", decision: "partnerCenter" }],
      [{ conflictId: "c-2", decision: "dynamics365" }],
    ]);
  });

  it.each(["needsAttention", "queued"] as const)("can be decided while something else waits: %s", async (status) => {
    await show({ values: statusOf(status), records: withConflict() });
    expect(
      screen.getByRole("button", { name: "Keep this for Est. Revenue: € 125000.00, the value here" }),
    ).toBeInTheDocument();
  });

  it("are read as open ones of this opportunity only", async () => {
    const { records } = await show({ values: statusOf("conflict"), records: withConflict() });
    const query = records.requests.find((request) => request.startsWith(tables.conflict.logicalName));
    expect(query).toContain("_cosell_opportunityid_value eq 11111111-1111-1111-1111-111111111111");
    expect(query).toContain("cosell_state eq 731500000");
  });

  it("that were decided meanwhile are not shown", async () => {
    await show({ values: statusOf("inSync"), records: withConflict() });
    expect(pill()).toHaveTextContent("In sync");
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
  });
});

describe("a record that may be the deal of a referral", () => {
  const { field, fieldLabel, lastAgreedValue, valueHere, valueThere } = columns.conflict;
  const withProposal = () => {
    const records = new DealRecords();
    records.rows[tables.conflict.logicalName] = [
      {
        [tables.conflict.primaryId]: "p-1",
        [field]: "match/0b9c3f0e-1111-4a11-8a11-000000000001",
        [fieldLabel]: "May be the same deal",
        [valueHere]: '"“ERP rollout”, 48000 EUR"',
        [valueThere]: '"“ERP for Fabrikam”, 50000 EUR"',
        [lastAgreedValue]: '"deal value, contact"',
      },
    ];
    return records;
  };

  it.each(["notShared", "inSync"] as const)(
    "is shown beside it while %s, and one press says what it is",
    async (status) => {
      const { container, onResolveConflict } = await show({ values: statusOf(status), records: withProposal() });
      const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
      expect(rows.slice(1)).toEqual([
        "The same deal value, contact",
        "“ERP rollout”, 48000 EURSame deal“ERP for Fabrikam”, 50000 EURAnother deal",
      ]);
      await expectAccessible(container);
      await click(/^Same deal: “ERP rollout”/);
      await click(/^Another deal: /);
      expect(onResolveConflict.mock.calls).toEqual([
        [{ conflictId: "p-1", decision: "sameDeal" }],
        [{ conflictId: "p-1", decision: "anotherDeal" }],
      ]);
    },
  );

  it("is only shown to somebody who may not change the record", async () => {
    await show({ values: statusOf("notShared"), records: withProposal(), isOffline: true });
    expect(screen.getByText("“ERP rollout”, 48000 EUR")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Same deal/ })).not.toBeInTheDocument();
  });
});
