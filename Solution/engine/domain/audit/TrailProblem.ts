import type { ChainFault } from "./checkChain";

/** Something wrong with the trail of one record, as the memory of maintenance and the self-test tell it. */
export type TrailProblem = ChainFault & {
  /** Empty where the entry belongs to none. */
  linkId: string;
  /** Name of the record; empty where it was deleted, or where nobody knows it. */
  record: string;
};

const ofRecord = (record: string): string => (record === "" ? "of a record that was deleted" : `of “${record}”`);

/** One sentence for people. */
export const toProblemWords = ({ kind, sequence, record, linkId }: TrailProblem): string => {
  if (linkId === "") return "An entry that no run wrote was put among the audit entries.";
  const entry = sequence === null ? "An entry without a number" : `Entry ${sequence}`;
  return `${entry} ${ofRecord(record)} was ${kind}.`;
};
