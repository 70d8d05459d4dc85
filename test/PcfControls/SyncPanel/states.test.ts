import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expectAccessible } from "../expectAccessible";
import { completeValues, syncedValues } from "./fakeContext";
import { pill, show, statusOf } from "./showPanel";

describe("each state has words, a way on, and no accessibility fault", () => {
  it.each([
    ["queued", "Queued", "Try again"],
    ["sending", "Sending", "Open in Partner Center"],
    ["waitingOnMicrosoft", "Waiting on Microsoft", "Open in Partner Center"],
    ["inSync", "In sync", "Open in Partner Center"],
    ["changedHere", "Changed here", "Save and sync"],
    ["changedAtMicrosoft", "Changed at Microsoft", "Open in Partner Center"],
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
    const { container, turnOn } = await show({ values: { ...syncedValues, syncWithPartnerCenter: false } });
    expect(pill()).toHaveTextContent("Paused");
    await userEvent.click(screen.getByRole("button", { name: "Turn sync on" }));
    expect(turnOn).toHaveBeenCalledTimes(1);
    await expectAccessible(container);
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
