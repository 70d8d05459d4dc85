import * as React from "react";
import { Frame } from "../../shared/Frame";
import type { PanelProps } from "../PanelProps";
import { isVisibleToMicrosoft } from "../isVisibleToMicrosoft";
import { toPreviewRows } from "../toPreviewRows";
import { usePanelState } from "../usePanelState";
import { Checklist } from "./Checklist";
import { Differences } from "./Differences";
import { FailureCard } from "./FailureCard";
import { Header } from "./Header";
import { Note } from "./Note";
import { Preview } from "./Preview";
import { ReferralDetails } from "./ReferralDetails";
import { SyncToggle } from "./SyncToggle";
import { VisibilityNote } from "./VisibilityNote";

/** Everything a seller needs to know and do about sharing one opportunity. */
export const Panel = (props: PanelProps): React.ReactElement => {
  const { words, opportunity, sync, actions, isOffline } = props;
  const { readiness, blocking, status, action, failure, differences, help, facts, readAgain } = usePanelState(props);
  const isShared = sync.referralIdentifier !== null;
  return (
    <Frame look={props.look} className="cosell-panel">
      {isOffline && <Note icon="offline">{words("Offline")}</Note>}
      {props.isReadOnly && <Note icon="lock">{words("ReadOnly")}</Note>}
      <Header
        words={words}
        status={status}
        blockingCount={blocking.length}
        help={words(help)}
        lastSyncedOn={sync.lastSyncedOn}
        formatDateTime={props.formatDateTime}
        action={action}
        actions={actions}
      />
      {failure && <FailureCard words={words} failure={failure} isWaiting={status === "queued"} />}
      <Differences words={words} rows={differences} />
      <SyncToggle words={words} isOn={opportunity.isSyncOn} isReadOnly={props.isReadOnly} onSet={actions.setSync} />
      <VisibilityNote words={words} opportunity={opportunity} isShared={isShared} />
      {status !== "closed" && (
        <Checklist
          words={words}
          readiness={readiness}
          isShared={isShared}
          isOffline={isOffline}
          onGoToField={actions.goToField}
          onCheckAgain={readAgain}
        />
      )}
      {props.hasHiddenColumns && <Note icon="info">{words("HiddenColumns")}</Note>}
      <Preview
        words={words}
        isPrivate={!isVisibleToMicrosoft(opportunity)}
        rows={toPreviewRows(opportunity, props.texts, facts)}
      />
      {sync.referralIdentifier !== null && (
        <ReferralDetails
          words={words}
          identifier={sync.referralIdentifier}
          link={action?.kind === "openReferral" ? null : sync.referralLink}
          onOpenLink={actions.openLink}
        />
      )}
    </Frame>
  );
};
