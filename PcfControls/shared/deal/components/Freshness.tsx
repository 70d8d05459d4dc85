import * as React from "react";
import { toAge } from "../../toAge";
import { useNow } from "../../useNow";
import type { Words } from "../../words";

export interface FreshnessProps {
  words: Words;
  lastSyncedOn: Date | null;
  formatDateTime: (moment: Date) => string;
}

const tickMs = 1_000;

/** How old the agreement of both sides is; the exact time is in the tooltip. Outside the live region, as it ticks. */
export const Freshness = ({ words, lastSyncedOn, formatDateTime }: FreshnessProps): React.ReactElement | null => {
  const now = useNow(tickMs);
  if (!lastSyncedOn) return null;
  const { unit, count } = toAge(lastSyncedOn, now);
  const age = unit === "Days" && count === 1 ? words("Age_Days_One") : words(`Age_${unit}`, count);
  return (
    <time className="cosell-freshness" dateTime={lastSyncedOn.toISOString()} title={formatDateTime(lastSyncedOn)}>
      {words("LastSynced", age)}
    </time>
  );
};
