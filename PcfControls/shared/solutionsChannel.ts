// The form script runs in a frame of its own, so a control hears of a change in the solutions grid over a channel:
// the platform tells a control about its own columns only.
const channelName = "cosell_solutions";

/** Tells the panels of this browser that solutions of an opportunity were added or removed. */
export const tellSolutionsChanged = (): void => {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage("changed");
  channel.close();
};

/** Calls back when solutions were added or removed; the result stops it. */
export const listenToSolutions = (onChanged: () => void): (() => void) => {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = onChanged;
  return () => channel.close();
};
