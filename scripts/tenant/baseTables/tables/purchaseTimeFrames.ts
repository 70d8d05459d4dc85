import type { Options } from "../column";

/** When a customer means to buy. */
export const purchaseTimeFrames: Options = {
  Immediate: 0,
  "This Quarter": 1,
  "Next Quarter": 2,
  "This Year": 3,
  Unknown: 4,
};
