import "@testing-library/jest-dom";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { listenToSolutions } from "../../../PcfControls/shared/solutionsChannel";
import { columns } from "../../../Solution/engine/domain/schema";
import { opportunityId } from "../../../scripts/gallery/states/deal";
import { catalogueRow } from "../../../scripts/gallery/states/solutionPicker";
import { expectAccessible } from "../expectAccessible";
import { installFakeBroadcastChannel } from "../fakeBroadcastChannel";
import { PickerHost } from "./showPicker";

const own = columns.partnerCenterSolution;
const rowId = "cccccccc-0000-4000-8000-000000000001";

const names = (): string[] =>
  screen.queryAllByRole("listitem").map((item) => within(item).getAllByRole("button")[0]?.textContent ?? "");
const box = (): HTMLElement => screen.getByRole("combobox", { name: "Add a solution" });
const find = async (host: PickerHost, text: string): Promise<string[]> => {
  await userEvent.type(box(), text);
  const word = text.split(" ").at(-1) ?? "";
  await waitFor(() => expect(host.requests.at(-1)).toContain(`'${word}'`));
  const found = await screen.findAllByRole("option");
  return found.map(({ textContent }) => textContent);
};
const pick = async (name: RegExp): Promise<void> => userEvent.click(await screen.findByRole("option", { name }));

describe("what the deal has", () => {
  it("is shown by name with identifier and kind, and opens at a click", async () => {
    const host = new PickerHost();
    host.addRow(rowId, "Fleet Insights", "SOL-1");
    const { container } = await host.show();

    expect(screen.getByRole("listitem")).toHaveTextContent("Fleet InsightsSOL-1");
    await userEvent.click(screen.getByRole("button", { name: "Fleet Insights" }));
    expect(host.opened).toEqual([rowId]);
    await expectAccessible(container);
  });

  it("is read fifty rows at a time, and more on demand", async () => {
    const host = new PickerHost();
    host.hasNextPage = true;
    await host.show();
    expect(host.pageSize).toBe(50);
    await userEvent.click(screen.getByRole("button", { name: "Show more" }));
    expect(host.pagesLoaded).toBe(2);
  });

  it("keeps a name where a customer's view leaves the column out", async () => {
    const host = new PickerHost();
    host.rows.push({ rowId });
    await host.show();
    expect(names()).toEqual(["Named by its row"]);
  });

  it("says why rows cannot be shown, in the platform's words", async () => {
    const host = new PickerHost();
    host.error = "Principal user is missing prvRead.";
    await host.show();
    expect(screen.getByRole("alert")).toHaveTextContent("cannot be shown: Principal user is missing prvRead.");
  });

  it("waits for the first save of the opportunity", async () => {
    await new PickerHost(null).show();
    expect(screen.getByText(/Save the opportunity first/)).toBeInTheDocument();
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  });

  it("cannot be changed on a form that is read only", async () => {
    const host = new PickerHost(opportunityId, true);
    host.addRow(rowId, "Fleet Insights", "SOL-1");
    await host.show();
    expect(names()).toEqual(["Fleet Insights"]);
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Remove/ })).not.toBeInTheDocument();
  });
});

describe("the catalogue", () => {
  it("is searched for every word, anywhere in name, identifier or publisher, among what is active", async () => {
    const host = new PickerHost();
    await host.show();
    await find(host, "o'neil fleet");
    const asked = host.requests.at(-1) ?? "";
    expect(asked).toContain("statecode eq 0 and cosell_isactive eq true");
    expect(asked).toContain(
      "(contains(cosell_name,'o''neil') or contains(cosell_solutionid,'o''neil') or contains(cosell_publisher,'o''neil'))",
    );
    expect(asked).toContain("and (contains(cosell_name,'fleet')");
  });

  it("does not offer what the deal has already", async () => {
    const host = new PickerHost();
    host.addRow(rowId, "Fleet Insights", "sol-1");
    await host.show();
    expect(await find(host, "fleet")).toEqual([
      "Fleet RepairSOL-2 · Partner solution",
      "Plant TwinSOL-3 · Partner solution",
    ]);
  });

  it("offers nothing without an identifier, which Partner Center would refuse", async () => {
    const host = new PickerHost();
    host.catalogue = [{ ...catalogueRow(1, "Nameless"), cosell_solutionid: null }, catalogueRow(2, "Fleet Repair")];
    await host.show();
    expect(await find(host, "e")).toEqual(["Fleet RepairSOL-2 · Partner solution"]);
  });

  it("that cannot be read says what to do, and leaves the rows as they are", async () => {
    const host = new PickerHost();
    host.isCatalogueDown = true;
    host.addRow(rowId, "Fleet Insights", "SOL-1");
    await host.show();
    await userEvent.type(box(), "fleet");
    expect(await screen.findByText(/cannot be read/)).toHaveTextContent(/New above/);
    expect(names()).toEqual(["Fleet Insights"]);
  });
});

describe("adding", () => {
  it("writes a row that belongs to the opportunity and to the catalogue, and tells panel and form script", async () => {
    installFakeBroadcastChannel();
    const told = jest.fn();
    const stop = listenToSolutions(told);
    const host = new PickerHost();
    const { container } = await host.show();
    await find(host, "fleet");
    await pick(/Fleet Repair/);

    expect(await screen.findByText("Fleet Repair was added.")).toBeInTheDocument();
    stop();
    expect(host.written).toEqual([
      {
        [own.name]: "Fleet Repair",
        [own.solutionId]: "SOL-2",
        [own.solutionKind]: 731500000,
        "cosell_OpportunityId@odata.bind": `/opportunities(${opportunityId})`,
        "cosell_SolutionDetailId@odata.bind": "/cosell_solutiondetails(aaaaaaaa-0000-4000-8000-000000000002)",
      },
    ]);
    expect(told.mock.calls).toEqual([[{ by: "picker", opportunityId }]]);
    expect(names()).toEqual(["Fleet Repair"]);
    await expectAccessible(container);
  });

  it("of several needs nothing but typing: the box is empty and has the focus for the next", async () => {
    const host = new PickerHost();
    await host.show();
    await find(host, "repair");
    await pick(/Fleet Repair/);
    expect(box()).toHaveValue("");
    expect(box()).toHaveFocus();
    await find(host, "twin");
    await pick(/Plant Twin/);
    await screen.findByText("Plant Twin was added.");
    expect(host.written.map((row) => row[own.solutionId])).toEqual(["SOL-2", "SOL-3"]);
  });

  it("shows the solution before the platform has read its rows again, and once when it has", async () => {
    const host = new PickerHost();
    const { refresh } = await host.show();
    host.onRefresh = () => Promise.resolve();
    await find(host, "repair");
    await pick(/Fleet Repair/);
    await screen.findByText("Fleet Repair was added.");
    expect(names()).toEqual(["Fleet Repair"]);
    await refresh();
    expect(names()).toEqual(["Fleet Repair"]);
  });

  it("that is refused says why, and shows no row", async () => {
    const host = new PickerHost();
    host.refusal = { errorCode: 2147746336, message: "Your role may not create rows of this table." };
    await host.show();
    await find(host, "fleet");
    await pick(/Fleet Repair/);
    expect(await screen.findByText(/was not added/)).toHaveTextContent(
      "Fleet Repair was not added. Your role may not create rows of this table.",
    );
    expect(names()).toEqual([]);
  });
});

describe("removing", () => {
  it("takes the row away at once, and one click brings it back", async () => {
    const host = new PickerHost();
    host.addRow(rowId, "Fleet Insights", "SOL-1");
    await host.show();
    await userEvent.click(screen.getByRole("button", { name: "Remove Fleet Insights" }));
    expect(names()).toEqual([]);
    expect(host.rows).toEqual([]);

    await userEvent.click(await screen.findByRole("button", { name: "Add it again" }));
    await screen.findByText("Fleet Insights was added.");
    expect(names()).toEqual(["Fleet Insights"]);
    expect(host.written).toEqual([
      expect.objectContaining({ [own.name]: "Fleet Insights", [own.solutionId]: "SOL-1" }),
    ]);
  });

  it("that is refused brings the row back and says why", async () => {
    const host = new PickerHost();
    host.addRow(rowId, "Fleet Insights", "SOL-1");
    host.refusal = { message: "The deal is closed." };
    await host.show();
    await act(async () => userEvent.click(screen.getByRole("button", { name: "Remove Fleet Insights" })));
    expect(await screen.findByText("Fleet Insights was not removed. The deal is closed.")).toBeInTheDocument();
    expect(names()).toEqual(["Fleet Insights"]);
  });

  it("moves the focus to the next row, so that the keyboard stays where it was", async () => {
    const host = new PickerHost();
    host.addRow(rowId, "Fleet Insights", "SOL-1");
    host.addRow("cccccccc-0000-4000-8000-000000000002", "Plant Twin", "SOL-3");
    await host.show();
    screen.getByRole("button", { name: "Remove Fleet Insights" }).focus();
    await userEvent.keyboard("{Enter}");
    expect(screen.getByRole("button", { name: "Remove Plant Twin" })).toHaveFocus();
  });
});
