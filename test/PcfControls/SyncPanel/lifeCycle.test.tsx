import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import * as React from "react";
import { SyncPanel } from "../../../PcfControls/SyncPanel/index";
import { completeValues } from "../../../scripts/gallery/states/deal";
import { createFakeContext } from "./fakeContext";

const Host = ({ element }: { element: React.ReactElement }): React.ReactElement => element;

const start = async () => {
  const { context } = createFakeContext({ values: { ...completeValues, syncWithPartnerCenter: false } });
  const notified = jest.fn();
  const control = new SyncPanel();
  control.init(context, notified);
  await act(async () => void render(<Host element={control.updateView(context)} />));
  return { control, notified };
};

it("sets Sync with Partner Center as its only output, and notifies once", async () => {
  const { control, notified } = await start();
  expect(control.getOutputs()).toEqual({});
  await userEvent.click(screen.getByRole("button", { name: "Turn sync on" }));
  expect(notified).toHaveBeenCalledTimes(1);
  expect(control.getOutputs()).toEqual({ syncWithPartnerCenter: true });
});

it("tells the platform nothing after it was destroyed", async () => {
  const { control, notified } = await start();
  control.destroy();
  await userEvent.click(screen.getByRole("button", { name: "Turn sync on" }));
  expect(notified).not.toHaveBeenCalled();
});
