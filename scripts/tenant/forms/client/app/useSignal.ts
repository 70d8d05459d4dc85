import * as React from "react";
import type { Signal } from "../page/Signal";

/** Draws the calling component again whenever the signal is given. */
export function useSignal(signal: Signal): void {
  const [, count] = React.useReducer((before: number) => before + 1, 0);
  React.useEffect(() => signal.listen(() => count()), [signal]);
}
