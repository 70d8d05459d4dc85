import type { ChainFault } from "./checkChain";

/** Something wrong with the trail of one record, as the memory of maintenance and the self-test tell it. */
export type TrailProblem = ChainFault & {
  /** Empty where the entry belongs to none. */
  linkId: string;
  /** Name of the record; empty where it was deleted, or where nobody knows it. */
  record: string;
};
