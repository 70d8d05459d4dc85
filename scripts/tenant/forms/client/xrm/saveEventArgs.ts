import { onlySupported } from "./onlySupported";

/** Save modes of the Client API. */
const saveModes = { save: 1, saveandclose: 2, saveandnew: 59 } as const;

export function createSaveEventArgs(mode: keyof typeof saveModes) {
  let isPrevented = false;
  return onlySupported("eventArgs", {
    getSaveMode: () => saveModes[mode],
    isDefaultPrevented: () => isPrevented,
    preventDefault: () => {
      isPrevented = true;
    },
  });
}
