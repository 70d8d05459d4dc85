import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { shownStatusLooks } from "../../../PcfControls/shared/deal/toShownStatus";
import { completeValues } from "../../../scripts/gallery/states/deal";
import { expectAccessible } from "../expectAccessible";
import { readResx } from "../readResx";
import { galleryStates, pill, show, showState } from "./showPanel";

const words = readResx("SyncPanel");
/** The words of a status, without how many items there are. */
const wordsOf = (status: string): string => words.get(`Status_${status}`) ?? status;

describe("the gallery", () => {
  it.each([
    ["queued", "Queued", "Try again"],
    ["sending", "Sending", "Open in Partner Center"],
    ["waiting-on-microsoft", "Waiting on Microsoft", "Open in Partner Center"],
    ["in-sync", "In sync", "Open in Partner Center"],
    ["changed-here", "Changed here", "Save and sync"],
    ["changed-at-microsoft", "Changed at Microsoft", "Open in Partner Center"],
    ["conflict", "Conflict", "Open in Partner Center"],
    ["sign-in-ended", "Needs attention", "Try again"],
    ["won", "Closed", "Open in Partner Center"],
    ["ready", "Ready", "Save and sync"],
    ["blocked", "Blocked (2 items)", "Go to the first item"],
    ["not-shared", "Not shared", "Turn sync on"],
    ["paused", "Paused", "Turn sync on"],
  ] as const)("%s: says %s and offers %s", async (id, status, action) => {
    await showState(id);
    expect(pill()).toHaveTextContent(status);
    expect(screen.getByRole("button", { name: action })).toBeEnabled();
  });

  it("lacks no status", async () => {
    const shown: string[] = [];
    for (const { id } of galleryStates) {
      const { unmount } = await showState(id);
      shown.push(pill()?.textContent ?? "");
      unmount();
    }
    const statuses = Object.keys(shownStatusLooks).map(wordsOf);
    expect(statuses.filter((status) => !shown.some((text) => text.startsWith(status)))).toEqual([]);
  });
});

describe("special situations", () => {
  it("tells a new opportunity's seller to save first", async () => {
    const { container } = await show({ recordId: null });
    expect(screen.getByText(/Save this opportunity first/)).toBeInTheDocument();
    await expectAccessible(container);
  });

  it("offers no change where the user may not change anything", async () => {
    const { container } = await show({ isReadOnly: true });
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
    const { turnOn } = await show({ values: { ...completeValues, syncWithPartnerCenter: false } });
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Turn sync on" })).toHaveFocus();
    await userEvent.keyboard(" ");
    expect(turnOn).toHaveBeenCalledTimes(1);
  });
});
