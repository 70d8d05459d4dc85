import { checkReadiness } from "./checkReadiness";
import type { Failure } from "./Failure";
import type { Finding } from "./Finding";
import type { PanelProps } from "./PanelProps";
import { blockingOf, type Readiness } from "./Readiness";
import type { SharingFacts } from "./SharingFacts";
import { toFailure } from "./toFailure";
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
  failure: Failure | null;
  /** Key of the sentence that explains the status. */
  help: string;
  facts: SharingFacts | null;
  readAgain: () => void;
}

/** Changes whenever a sync has been at the opportunity. */
const toSyncMark = ({ sync }: PanelProps): string =>
  [sync.status, sync.lastSyncedOn?.getTime() ?? "", sync.audit.length].join("|");

export const usePanelState = (props: PanelProps): PanelState => {
  const { opportunity, sync, actions } = props;
  const key = {
    opportunityId: opportunity.id,
    accountId: opportunity.customer?.id ?? null,
    contactId: opportunity.contact?.id ?? null,
  };
  const { state, readAgain } = useSharingFacts(props.records, key, toSyncMark(props));
  const readiness = checkReadiness(opportunity, state);
  const blocking = blockingOf(readiness);
  const status = toShownStatus({
    stored: sync.status,
    isSyncOn: opportunity.isSyncOn,
    isShared: sync.referralIdentifier !== null,
    blockingCount: readiness.kind === "known" ? blocking.length : null,
  });
  const action = toPrimaryAction({
    status,
    firstColumn: blocking.find(({ column }) => column !== null)?.column ?? null,
    referralLink: sync.referralLink,
    canSyncNow: actions.syncNow !== null && !props.isOffline && !props.isReadOnly,
  });
  const failure = status === "needsAttention" ? toFailure(props.words, state.facts?.failureCode ?? null) : null;
  const help = toHelpKey({ status, isNew: opportunity.id === null, isChecked: readiness.kind === "known" });
  return { readiness, blocking, status, action, failure, help, facts: state.facts, readAgain };
};
