import * as React from "react";
import { closeReasons } from "../../../Solution/engine/domain/response/closeReasons";
import { Frame } from "../../shared/Frame";
import type { PanelProps } from "../PanelProps";
import { isVisibleToMicrosoft } from "../isVisibleToMicrosoft";
import { toPreview } from "../toPreview";
import { usePanelState } from "../usePanelState";
import { AnswerCard } from "./AnswerCard";
import { Checklist } from "./Checklist";
import { Conflicts } from "./Conflicts";
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
  const panel = usePanelState(props);
  const { readiness, blocking, status, action, failure, answerDue, help } = panel;
  const isShared = sync.referralIdentifier !== null;
  const canAct = !isOffline && !props.isReadOnly;
  return (
    <Frame look={props.look} className="cosell-panel">
      {isOffline && <Note icon="offline">{words("Offline")}</Note>}
      {props.isReadOnly && <Note icon="lock">{words("ReadOnly")}</Note>}
      <Header
        words={words}
        status={status}
        blockingCount={blocking.length}
        help={words(help.key, ...help.values)}
        lastSyncedOn={sync.lastSyncedOn}
        formatDateTime={props.formatDateTime}
        action={action}
        actions={actions}
      />
      {failure && (
        <FailureCard {...{ words, failure }} isWaiting={status === "queued"} onGoToField={actions.goToField} />
      )}
      {answerDue?.by === "us" && (
        <AnswerCard
          words={words}
          daysLeft={answerDue.daysLeft}
          reasons={closeReasons}
          onAnswer={canAct ? actions.answer : null}
        />
      )}
      <Conflicts words={words} conflicts={panel.conflicts} onResolve={canAct ? actions.resolveConflict : null} />
      <Differences words={words} rows={panel.differences} />
      <SyncToggle words={words} isOn={opportunity.isSyncOn} isReadOnly={props.isReadOnly} onSet={actions.setSync} />
      <VisibilityNote {...{ words, opportunity, isShared }} isVisibleThere={panel.isVisibleThere} />
      {status !== "closed" && (
        <Checklist
          {...{ words, readiness, isShared, isOffline }}
          onGoToField={actions.goToField}
          onCheckAgain={panel.readAgain}
        />
      )}
      {props.hasHiddenColumns && <Note icon="info">{words("HiddenColumns")}</Note>}
      <Preview
        words={words}
        isPrivate={isShared ? panel.isVisibleThere === false : !isVisibleToMicrosoft(opportunity)}
        preview={toPreview(opportunity, panel.facts, isShared, props)}
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
