import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { Panel } from "../../../PcfControls/SyncPanel/components/Panel";
import { toProps } from "../../../PcfControls/SyncPanel/toProps";
import { choices } from "../../../Solution/engine/domain/schema";
import { DealRecords, syncedValues } from "../../../scripts/gallery/states/deal";
import { createSyncPanel } from "../../../scripts/gallery/states/syncPanel";
import { createFakeContext, type ContextOptions } from "./fakeContext";

/** Draws the panel over a fake platform, and waits until it has read what it needs. */
export const show = async (options: ContextOptions = {}) => {
  // The panel's clock stands still: a tick in the middle of a test is only noise.
  jest.spyOn(globalThis, "setInterval").mockReturnValue(0 as unknown as ReturnType<typeof setInterval>);
  const goneTo: string[] = [];
  const turnOn = jest.fn();
  const syncNow = jest.fn();
  const onAnswer = jest.fn();
  const onResolveConflict = jest.fn();
  const events = {
    onGoToField: ({ column }: { column: string }) => void goneTo.push(column),
    onSyncNow: syncNow,
    onAnswer,
    onResolveConflict,
  };
  const records = options.records ?? new DealRecords();
  const fake = createFakeContext({ events, ...options, records });
  const element = (next: ContextOptions) =>
    React.createElement(Panel, toProps(createFakeContext({ events, ...options, records, ...next }).context, turnOn));
  const rendered = render(React.createElement(Panel, toProps(fake.context, turnOn)));
  const update = (next: ContextOptions) => act(async () => rendered.rerender(element(next)));
  await act(async () => undefined);
  return {
    ...fake,
    goneTo,
    turnOn,
    syncNow,
    onAnswer,
    onResolveConflict,
    records,
    update,
    container: rendered.container,
    unmount: rendered.unmount,
  };
};

/** All states of the panel in the gallery, as they are now. */
export const galleryStates = createSyncPanel(Date.now()).states;

/** Draws the panel in one of them. */
export const showState = (name: string) => {
  const found = galleryStates.find(({ id }) => id === name);
  if (found === undefined) throw new Error(`The gallery has no state ${name}.`);
  return show(found);
};

/** The state, as words. */
export const pill = () => screen.getAllByRole("status")[0];
/** Properties of a synced opportunity in this status. */
export const statusOf = (status: keyof typeof choices.syncStatus) => ({
  ...syncedValues,
  syncStatus: choices.syncStatus[status],
});
