import * as React from "react";
import { namesOwnPrivilege } from "../shared/deal/namesOwnPrivilege";
import type { RecordSource } from "../shared/deal/RecordSource";
import { readLeadFacts, type LeadFacts } from "./readLeadFacts";

export type LeadFactsState =
  { kind: "reading" } | { kind: "failed"; lacksRole: boolean } | { kind: "read"; facts: LeadFacts };

/** Facts beside the form of one lead; null id: of none. They are read again when a sync has left its mark, and when asked. */
export const useLeadFacts = (
  records: RecordSource,
  leadId: string | null,
  syncMark: string,
): { state: LeadFactsState; readAgain: () => void } => {
  const [latest, setLatest] = React.useState<{ leadId: string | null; state: LeadFactsState }>();
  const [turn, setTurn] = React.useState(0);
  // The platform hands over a new object with each update; only its latest one matters.
  const source = React.useRef(records);
  source.current = records;

  React.useEffect(() => {
    let isOutdated = false;
    const finish = (state: LeadFactsState): void => {
      if (!isOutdated) setLatest({ leadId, state });
    };
    if (leadId !== null)
      readLeadFacts(source.current, leadId).then(
        (facts) => finish({ kind: "read", facts }),
        (reason: unknown) => finish({ kind: "failed", lacksRole: namesOwnPrivilege(reason) }),
      );
    return () => {
      isOutdated = true;
    };
  }, [leadId, syncMark, turn]);

  const isLatest = latest !== undefined && latest.leadId === leadId;
  return { state: isLatest ? latest.state : { kind: "reading" }, readAgain: () => setTurn((last) => last + 1) };
};
