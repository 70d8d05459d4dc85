import { readSharingFacts, type FactsKey } from "./readSharingFacts";
import { readSettings, type PanelSettings } from "./readSettings";
import { listenToSolutions } from "../shared/solutionsChannel";
import { useFacts, type FactsState } from "../shared/deal/useFacts";
import type { RecordSource } from "../shared/deal/RecordSource";
import * as React from "react";
import { checkReadiness } from "./checkReadiness";
import { toFailureWords, type FailureWords } from "../../Solution/engine/domain/failure/Failure";
import type { FailureCode } from "../../Solution/engine/domain/failure/failureKinds";
import { isMicrosoftEndCode } from "../../Solution/engine/domain/response/microsoftEnd";
import type { Finding } from "../../Solution/engine/domain/validation/Finding";
import type { PanelProps } from "./PanelProps";
import { blockingOf, type Readiness } from "./Readiness";
import type { SharingFacts } from "./SharingFacts";
import type { MicrosoftPart } from "../shared/deal/LinkFacts";
import { toAnswerDue, type AnswerDue } from "../shared/deal/toAnswerDue";
import { noSides, toSides, type Sides } from "../shared/deal/toSideRows";
import { toHelp, type Help } from "./toHelp";
import { toPrimaryAction, type PrimaryAction } from "./toPrimaryAction";
import { toShownStatus, type ShownStatus } from "../shared/deal/toShownStatus";

/** What the panel concludes from the form and from what it read beside the form. */
export interface PanelState extends Sides {
  readiness: Readiness;
  blocking: readonly Finding[];
  status: ShownStatus;
  action: PrimaryAction | null;
  /** Why the last sync came to nothing, while that is still so. */
  failure: FailureWords | null;
  answerDue: AnswerDue | null;
  /** The sentence that explains the status. */
  help: Help;
  facts: SharingFacts | null;
  /** Whether the referral is visible to Microsoft, as it says itself; null where that is not known. */
  isVisibleThere: boolean | null;
  microsoft: MicrosoftPart;
  readAgain: () => void;
}

/** Changes whenever a sync has been at the opportunity. */
const toSyncMark = ({ sync }: PanelProps): string =>
  [sync.status, sync.lastSyncedOn?.getTime() ?? "", sync.audit.length].join("|");

const columnUnknownCode = "dataverse.columnUnknown" satisfies FailureCode;
const withFailure: readonly ShownStatus[] = ["needsAttention", "queued"];
const withDifferences: readonly ShownStatus[] = ["conflict", "changedAtMicrosoft", "needsAttention", "queued"];

/** A setting that names no column stands in the failure already, once the server has met it. */
const withoutTold = (readiness: Readiness, facts: SharingFacts | null): Readiness =>
  readiness.kind === "known" && facts?.link.failureCode === columnUnknownCode
    ? { ...readiness, findings: readiness.findings.filter(({ code }) => code !== "settingColumnMissing") }
    : readiness;

/**
 * Facts beside the form. They are read again when the customer or contact changes, when a sync has left its mark,
 * when solutions were added or removed, and when the seller asks.
 */
const useSharingFacts = (
  records: RecordSource,
  key: FactsKey,
  syncMark: string,
): { state: FactsState<SharingFacts>; readAgain: () => void } => {
  const settings = React.useRef<Promise<PanelSettings>>();
  const read = async (): Promise<SharingFacts> =>
    readSharingFacts(records, await (settings.current ??= readSettings(records)), key);
  const { opportunityId, accountId, contactId } = key;
  const used = useFacts(read, [opportunityId, accountId, contactId].join("|"), syncMark);
  const { readAgain } = used;
  React.useEffect(() => listenToSolutions(() => readAgain()), [readAgain]);
  return used;
};

export const usePanelState = (props: PanelProps): PanelState => {
  const { opportunity, sync, actions } = props;
  const isShared = sync.referralIdentifier !== null;
  const key = {
    opportunityId: opportunity.id,
    accountId: opportunity.customer?.id ?? null,
    contactId: opportunity.contact?.id ?? null,
  };
  const { state, readAgain } = useSharingFacts(props.records, key, toSyncMark(props));
  const now = new Date();
  const readiness = withoutTold(checkReadiness({ opportunity, isShared, state, now }), state.facts);
  const blocking = blockingOf(readiness);
  const status = toShownStatus({
    stored: sync.status,
    isSyncOn: opportunity.isSyncOn,
    isShared,
    blockingCount: readiness.kind === "known" ? blocking.length : null,
  });
  const { facts } = state;
  const answerDue = toAnswerDue(status, facts?.link ?? null, now);
  const failureCode = withFailure.includes(status) ? (facts?.link.failureCode ?? null) : null;
  const hasMicrosoftEnded = failureCode !== null && isMicrosoftEndCode(failureCode);
  const isSwitchedOff = status === "queued" && facts?.settings.outboundEnabled === false && failureCode === null;
  const action = toPrimaryAction({
    status,
    isStanding: answerDue?.by === "us" || hasMicrosoftEnded || isSwitchedOff,
    firstColumn: blocking.find(({ column }) => column !== "")?.column ?? null,
    referralLink: sync.referralLink,
    canTurnOn: opportunity.id !== null && !props.isReadOnly,
    canSyncNow: actions.syncNow !== null && !props.isOffline && !props.isReadOnly,
  });
  const sides =
    facts === null || status === "closed"
      ? noSides
      : toSides(facts, withDifferences.includes(status), { words: props.words, formats: props.formats });
  return {
    readiness,
    blocking,
    status,
    action,
    failure:
      failureCode === null || answerDue !== null ? null : toFailureWords(failureCode, null, facts?.link.about ?? null),
    ...sides,
    answerDue,
    help: toHelp({
      status,
      answerDue,
      isNew: opportunity.id === null,
      isChecked: readiness.kind === "known",
      hasMicrosoftEnded,
      isOnlyUntaken: sides.untaken.length > 0 && sides.differences.length === 0,
      outcome: facts?.link.outcome ?? null,
      isSwitchedOff,
    }),
    facts,
    isVisibleThere: facts?.link.isVisible ?? null,
    microsoft: facts?.link.microsoft ?? "none",
    readAgain,
  };
};
