// The form script runs in a frame of its own, so a control hears of a change in the solutions grid over a channel:
// the platform tells a control about its own columns only.
const channelName = "cosell_solutions";

/** Solutions of an opportunity were added or removed. */
export interface SolutionsChange {
  /** The form script, which watches the grid, or the picker itself. */
  by: "grid" | "picker";
  opportunityId: string | null;
}

/** Tells the others of this browser that solutions of an opportunity were added or removed. */
export const tellSolutionsChanged = (change: SolutionsChange): void => {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(change);
  channel.close();
};

/** Calls back when solutions were added or removed; the result stops it. */
export const listenToSolutions = (onChanged: (change: SolutionsChange) => void): (() => void) => {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<SolutionsChange>) => onChanged(data);
  return () => channel.close();
};
