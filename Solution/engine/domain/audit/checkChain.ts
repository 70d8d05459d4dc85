import { toEntryName, toStoredFact, type StoredEntry } from "./StoredEntry";

/** What was done to an entry of a trail behind the connector's back. */
export interface ChainFault {
  kind: "altered" | "deleted" | "inserted";
  /** Number of the entry in its trail; null where it has none. */
  sequence: number | null;
}

/** An entry, and whether its hash is the one of what it says. */
export type HashedEntry = StoredEntry & { isHashRight: boolean };

/** Number and hash of the newest entry, as the link knows them. */
export interface ChainEnd {
  sequence: number;
  hash: string;
}

/** Told of one trail at most. */
const maxFaults = 20;

const isNamed = ({ name, detail }: StoredEntry): boolean => {
  const words = toStoredFact({ detail })?.words ?? "";
  // Names of the first version were cut without a look at what a character is.
  return name === toEntryName(words).trim() || (name !== "" && words.trim().startsWith(name));
};

const fault = (kind: ChainFault["kind"], sequence: number | null): ChainFault => ({ kind, sequence });

/** What the one behind says this entry's hash is; undefined where that one cannot be asked. */
const hashSaidBehind = (
  known: ReadonlyMap<number, HashedEntry>,
  end: ChainEnd,
  sequence: number,
): string | undefined => {
  if (sequence === end.sequence) return end.hash;
  const next = known.get(sequence + 1);
  return next?.isHashRight === true ? next.previousHash : undefined;
};

/** Entries that the link knows: each must be there, hash right, and be the one that the next follows. */
const checkKnown = (known: ReadonlyMap<number, HashedEntry>, end: ChainEnd): ChainFault[] => {
  const faults: ChainFault[] = [];
  for (let sequence = 1; sequence <= end.sequence && faults.length < maxFaults; sequence += 1) {
    const entry = known.get(sequence);
    if (entry === undefined) {
      faults.push(fault("deleted", sequence));
      continue;
    }
    const said = hashSaidBehind(known, end, sequence);
    const isFirstSound = sequence > 1 || entry.previousHash === "";
    const isSound = entry.isHashRight && isNamed(entry) && isFirstSound && (said ?? entry.hash) === entry.hash;
    if (!isSound) faults.push(fault("altered", sequence));
  }
  return faults;
};

/** Entries behind the end: a run that was stopped leaves some, and those follow one another. */
const checkBehind = (behind: readonly HashedEntry[], end: ChainEnd): ChainFault[] => {
  let last = end;
  return behind.flatMap((entry): ChainFault[] => {
    const follows = entry.sequence === last.sequence + 1 && entry.previousHash === last.hash && entry.isHashRight;
    if (!follows) return [fault("inserted", entry.sequence)];
    last = { sequence: last.sequence + 1, hash: entry.hash };
    return [];
  });
};

/** What is wrong with the trail of one link; `entries` in the order of their numbers. */
export const checkChain = (end: ChainEnd, entries: readonly HashedEntry[]): ChainFault[] => {
  const isKnown = ({ sequence }: StoredEntry): boolean =>
    sequence !== null && sequence >= 1 && sequence <= end.sequence;
  const known = new Map(entries.filter(isKnown).map((entry) => [entry.sequence ?? 0, entry] as const));
  const behind = entries.filter((entry) => !isKnown(entry));
  return [...checkKnown(known, end), ...checkBehind(behind, end)];
};
