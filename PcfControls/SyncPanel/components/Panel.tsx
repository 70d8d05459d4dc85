import * as React from "react";
import { Frame } from "../../shared/Frame";
import type { PanelProps } from "../PanelProps";
import { isVisibleToMicrosoft } from "../isVisibleToMicrosoft";
import { toPreview, type Unsent } from "../toPreview";
import type { ShownStatus } from "../../shared/deal/toShownStatus";
import { usePanelState, type PanelState } from "../usePanelState";
import { Checklist } from "./Checklist";
import { Decisions } from "../../shared/deal/components/Decisions";
import { FailureCard } from "../../shared/deal/components/FailureCard";
import { Header } from "./Header";
import { Note } from "../../shared/deal/components/Note";
import { Preview, type PreviewProps } from "./Preview";
import { ReferralDetails } from "../../shared/deal/components/ReferralDetails";
import { VisibilityNote } from "./VisibilityNote";

/** As the line about who sees the referral, this goes by the form where the referral's own word is not known. */
const toPreviewTitle = (
  { isVisibleThere }: PanelState,
  isShared: boolean,
  isWantedVisible: boolean,
): PreviewProps["titleKey"] => {
  if (!isShared) return "Preview_Unshared";
  return (isVisibleThere ?? isWantedVisible) ? "Preview" : "Preview_Private";
};

const toUnsent = (status: ShownStatus): Unsent => (status === "paused" || status === "closed" ? status : "unsent");

/** Everything a seller needs to know and do about sharing one opportunity. */
export const Panel = (props: PanelProps): React.ReactElement => {
  const { words, opportunity, sync, actions, isOffline } = props;
  const panel = usePanelState(props);
  const { readiness, blocking, status, action, failure, help } = panel;
  const isShared = sync.referralIdentifier !== null;
  const isWantedVisible = isVisibleToMicrosoft(opportunity);
  const canAct = !isOffline && !props.isReadOnly;
  return (
    <Frame look={props.look} className="cosell-panel">
      {isOffline && <Note icon="offline">{words("Offline")}</Note>}
      {props.isReadOnly && status !== "closed" && <Note icon="lock">{words("ReadOnly")}</Note>}
      <Header
        {...{ words, status, action, actions }}
        blockingCount={blocking.length}
        isOffer={panel.answerDue?.by === "us"}
        help={words(help.key, ...help.values)}
        lastSyncedOn={sync.lastSyncedOn}
        formatDateTime={props.formatDateTime}
      />
      <VisibilityNote
        words={words}
        isSyncOn={opportunity.isSyncOn}
        isShared={isShared}
        isClosed={status === "closed"}
        isWantedVisible={isWantedVisible}
        isVisibleThere={panel.isVisibleThere}
        microsoft={panel.microsoft}
      />
      {failure && (
        <FailureCard {...{ words, failure }} isWaiting={status === "queued"} onGoToField={actions.goToField} />
      )}
      <Decisions {...{ words, panel, actions, canAct }} />
      {status !== "closed" && (
        <Checklist
          {...{ words, readiness, isShared, isOffline }}
          hasFailed={failure !== null}
          onGoToField={actions.goToField}
          onCheckAgain={panel.readAgain}
        />
      )}
      {props.hasHiddenColumns && <Note icon="info">{words("HiddenColumns")}</Note>}
      <Preview
        words={words}
        titleKey={toPreviewTitle(panel, isShared, isWantedVisible)}
        preview={toPreview(opportunity, panel.facts, { isShared, unsent: toUnsent(status) }, props)}
      />
      {sync.referralIdentifier !== null && (
        <ReferralDetails
          words={words}
          identifier={sync.referralIdentifier}
          isOpen={status !== "closed" && !props.isReadOnly}
          link={action?.kind === "openReferral" ? null : sync.referralLink}
          onOpenLink={actions.openLink}
        />
      )}
    </Frame>
  );
};
