import "@testing-library/jest-dom";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AuditTrail } from "../../../PcfControls/AuditTrail/index";
import { expectAccessible } from "../expectAccessible";
import { toResources } from "../readResx";

const success = "2026-11-22 21:04:05Z ✔ Sent to Partner Center";
const problem = "2026-11-22 20:01:00Z ✖ Sign-in expired";

const show = (text: string | null) => {
  const context = {
    parameters: { audit: { raw: text } },
    formatting: { formatDateShort: (moment: Date) => `at ${moment.toISOString()}` },
    resources: toResources("AuditTrail"),
    userSettings: { isRTL: false },
  };
  const control = new AuditTrail();
  control.init();
  return render(control.updateView(context as unknown as Parameters<AuditTrail["updateView"]>[0]));
};

const items = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

it("shows each line with its time, newest first, problems named as such", async () => {
  const { container } = show([success, problem, "Written by an older version"].join("\n"));
  expect(items()).toEqual([
    "Sent to Partner Centerat 2026-11-22T21:04:05.000Z",
    "Problem:Sign-in expiredat 2026-11-22T20:01:00.000Z",
    "Written by an older version",
  ]);
  await expectAccessible(container);
});

it("writes moments inside a line as the user writes them", () => {
  show("2026-11-22 20:01:00Z ✖ The connector tries again by itself at 2026-11-22 20:02Z.");
  expect(items()[0]).toContain("tries again by itself at at 2026-11-22T20:02:00.000Z.");
});

it("filters to problems and back", async () => {
  show([success, problem].join("\n"));
  await userEvent.click(screen.getByRole("button", { name: "Problems (1)" }));
  expect(items()).toHaveLength(1);
  expect(screen.getByRole("button", { name: "Problems (1)" })).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(screen.getByRole("button", { name: "All" }));
  expect(items()).toHaveLength(2);
});

it("says that there are no problems", async () => {
  const { container } = show(success);
  await userEvent.click(screen.getByRole("button", { name: "Problems (0)" }));
  expect(screen.getByText("No problems.")).toBeInTheDocument();
  await expectAccessible(container);
});

it.each([null, "", "\n"])("says that nothing has happened yet when the column holds %p", async (text) => {
  const { container } = show(text);
  expect(screen.getByText(/Nothing has happened yet/)).toBeInTheDocument();
  await expectAccessible(container);
});

it("folds a long trail and shows all of it when asked", async () => {
  show(Array.from({ length: 25 }, () => success).join("\n"));
  expect(items()).toHaveLength(10);
  await userEvent.click(screen.getByRole("button", { name: "Show all 25" }));
  expect(items()).toHaveLength(25);
});

it("copies the whole text", async () => {
  const copied: string[] = [];
  Object.assign(navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
  show([success, problem].join("\n"));
  await act(async () => userEvent.click(screen.getByRole("button", { name: "Copy the audit" })));
  expect(copied).toEqual([`${success}\n${problem}`]);
});
