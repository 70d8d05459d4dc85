import * as React from "react";
import { namesOwnPrivilege } from "../shared/deal/namesOwnPrivilege";
import { listenToSolutions } from "../shared/solutionsChannel";
import { readSettings, type PanelSettings } from "./readSettings";
import { readSharingFacts, type FactsKey } from "./readSharingFacts";
import type { RecordSource } from "../shared/deal/RecordSource";
import type { SharingFacts } from "./SharingFacts";

export type FactsState =
  | { kind: "reading"; facts: null }
  | { kind: "failed"; facts: null; lacksRole: boolean }
  /** While they are read again the facts of before stay on the screen. */
  | { kind: "read"; facts: SharingFacts };

export interface UsedFacts {
  state: FactsState;
  readAgain: () => void;
}

const reading: FactsState = { kind: "reading", facts: null };

/**
 * Facts beside the form. They are read again when the customer or contact changes, when a sync has left its mark,
 * when solutions were added or removed, and when the seller asks.
 */
export const useSharingFacts = (
  records: RecordSource,
  { opportunityId, accountId, contactId }: FactsKey,
  syncMark: string,
): UsedFacts => {
  // Facts of one customer must not be told of another, so they keep in mind whose they are.
  const owner = [opportunityId, accountId, contactId].join("|");
  const [latest, setLatest] = React.useState<{ owner: string; state: FactsState }>({ owner, state: reading });
  const [turn, setTurn] = React.useState(0);
  const readAgain = React.useCallback(() => setTurn((last) => last + 1), []);
  // The platform hands over a new object with each update; only its latest one matters.
  const source = React.useRef(records);
  source.current = records;
  const settings = React.useRef<Promise<PanelSettings>>();

  React.useEffect(() => listenToSolutions(readAgain), [readAgain]);
  React.useEffect(() => {
    let isOutdated = false;
    const finish = (state: FactsState): void => {
      if (!isOutdated) setLatest({ owner, state });
    };
    settings.current ??= readSettings(source.current);
    settings.current
      .then((found) => readSharingFacts(source.current, found, { opportunityId, accountId, contactId }))
      .then(
        (facts) => finish({ kind: "read", facts }),
        (reason: unknown) => finish({ kind: "failed", facts: null, lacksRole: namesOwnPrivilege(reason) }),
      );
    return () => {
      isOutdated = true;
    };
  }, [owner, opportunityId, accountId, contactId, syncMark, turn]);

  return { state: latest.owner === owner ? latest.state : reading, readAgain };
};
