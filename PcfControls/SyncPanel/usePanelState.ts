import { checkReadiness } from "./checkReadiness";
import { toFailureWords, type FailureWords } from "../../Solution/engine/domain/failure/Failure";
import type { Finding } from "../../Solution/engine/domain/validation/Finding";
import type { PanelProps } from "./PanelProps";
import { blockingOf, type Readiness } from "./Readiness";
import type { SharingFacts } from "./SharingFacts";
import { toDifferenceRows, type DifferenceRow } from "./toDifferenceRows";
import { toHelpKey } from "./toHelpKey";
import { toPrimaryAction, type PrimaryAction } from "./toPrimaryAction";
import { toShownStatus, type ShownStatus } from "./toShownStatus";
import { useSharingFacts } from "./useSharingFacts";

/** What the panel concludes from the form and from what it read beside the form. */
export interface PanelState {
  readiness: Readiness;
  blocking: readonly Finding[];
  status: ShownStatus;
  action: PrimaryAction | null;
  /** Why the last sync came to nothing, while that is still so. */
  failure: FailureWords | null;
  differences: readonly DifferenceRow[];
  /** Key of the sentence that explains the status. */
  help: string;
  facts: SharingFacts | null;
  readAgain: () => void;
}

/** Changes whenever a sync has been at the opportunity. */
const toSyncMark = ({ sync }: PanelProps): string =>
  [sync.status, sync.lastSyncedOn?.getTime() ?? "", sync.audit.length].join("|");

const withFailure: readonly ShownStatus[] = ["needsAttention", "queued"];
const withDifferences: readonly ShownStatus[] = ["conflict", "changedAtMicrosoft"];

export const usePanelState = (props: PanelProps): PanelState => {
  const { opportunity, sync, actions } = props;
  const isShared = sync.referralIdentifier !== null;
  const key = {
    opportunityId: opportunity.id,
    accountId: opportunity.customer?.id ?? null,
    contactId: opportunity.contact?.id ?? null,
  };
  const { state, readAgain } = useSharingFacts(props.records, key, toSyncMark(props));
  const readiness = checkReadiness({ opportunity, isShared, state, now: new Date() });
  const blocking = blockingOf(readiness);
  const status = toShownStatus({
    stored: sync.status,
    isSyncOn: opportunity.isSyncOn,
    isShared,
    blockingCount: readiness.kind === "known" ? blocking.length : null,
  });
  const action = toPrimaryAction({
    status,
    firstColumn: blocking[0]?.column ?? null,
    referralLink: sync.referralLink,
    canSyncNow: actions.syncNow !== null && !props.isOffline && !props.isReadOnly,
  });
  const { facts } = state;
  const failureCode = withFailure.includes(status) ? (facts?.link.failureCode ?? null) : null;
  return {
    readiness,
    blocking,
    status,
    action,
    failure: failureCode === null ? null : toFailureWords(failureCode),
    differences: withDifferences.includes(status) && facts ? toDifferenceRows(facts.link.differences) : [],
    help: toHelpKey({ status, isNew: opportunity.id === null, isChecked: readiness.kind === "known" }),
    facts,
    readAgain,
  };
};
