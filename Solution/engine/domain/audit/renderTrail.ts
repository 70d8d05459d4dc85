import { printTrail, toTrailLine } from "./extendTrail";
import { toStoredFact, type StoredEntry } from "./StoredEntry";

/** The Audit column as the entries of a link tell it, newest first; `entries` in the order of their numbers. */
export const renderTrail = (entries: readonly StoredEntry[]): string =>
  printTrail(
    entries
      .flatMap((entry) => {
        const fact = toStoredFact(entry);
        return fact === null ? [] : [toTrailLine(fact, entry.occurredOn)];
      })
      .reverse(),
  );
