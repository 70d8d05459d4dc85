import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import { closeReasons } from "../../../Solution/engine/domain/response/closeReasons";
import { securityRoles } from "../../../Solution/engine/domain/schema";
import { AnswerCard } from "../../shared/deal/components/AnswerCard";
import { Conflicts } from "../../shared/deal/components/Conflicts";
import { Differences } from "../../shared/deal/components/Differences";
import { FailureCard } from "../../shared/deal/components/FailureCard";
import { Freshness } from "../../shared/deal/components/Freshness";
import { Note } from "../../shared/deal/components/Note";
import { ReferralDetails } from "../../shared/deal/components/ReferralDetails";
import { StatusPill } from "../../shared/deal/components/StatusPill";
import { Frame } from "../../shared/Frame";
import type { LeadProps } from "../LeadProps";
import { toLeadState, type LeadState } from "../toLeadState";
import { useLeadFacts } from "../useLeadFacts";

/** The state, how old it is, and what it means. */
const Header = ({ words, lead, formatDateTime, panel }: LeadProps & { panel: LeadState }): React.ReactElement => (
  <header className="cosell-header">
    <div className="cosell-row">
      <StatusPill words={words} status={panel.status} blockingCount={0} isOffer={panel.answerDue?.by === "us"} />
    </div>
    <Freshness words={words} lastSyncedOn={lead.lastSyncedOn} formatDateTime={formatDateTime} />
    <p className="cosell-help">{words(panel.helpKey)}</p>
  </header>
);

/** What waits for the seller's word, and below it what both sides hold differently. */
const Decisions = ({ words, actions, isOffline, isReadOnly, panel }: LeadProps & { panel: LeadState }) => {
  const canAct = !isOffline && !isReadOnly;
  return (
    <>
      {panel.answerDue?.by === "us" && (
        <AnswerCard
          words={words}
          daysLeft={panel.answerDue.daysLeft}
          reasons={closeReasons}
          onAnswer={canAct ? actions.answer : null}
        />
      )}
      <Conflicts words={words} conflicts={panel.conflicts} onResolve={canAct ? actions.resolveConflict : null} />
      <Differences words={words} caption={words("Differences")} rows={panel.differences} />
      <Differences words={words} caption={words("Untaken")} rows={panel.untaken} />
    </>
  );
};

/** Everything a seller needs to know and do about a lead that Microsoft offers. */
export const Panel = (props: LeadProps): React.ReactElement => {
  const { words, lead, actions } = props;
  // Changes whenever a sync has been at the lead.
  const syncMark = [lead.status, lead.lastSyncedOn?.getTime() ?? "", lead.audit.length].join("|");
  // A lead without a referral has nothing beside its form.
  const { state, readAgain } = useLeadFacts(
    props.records,
    lead.referralIdentifier === null ? null : lead.leadId,
    syncMark,
  );
  const panel = toLeadState(props, state.kind === "read" ? state.facts : null, new Date());
  return (
    <Frame look={props.look} className="cosell-panel">
      {props.isOffline && <Note icon="offline">{words("Offline")}</Note>}
      {props.isReadOnly && panel.status !== "closed" && <Note icon="lock">{words("ReadOnly")}</Note>}
      <Header {...props} panel={panel} />
      {state.kind === "failed" && (
        <div className="cosell-row">
          <Note icon="info">
            {state.lacksRole ? words("ReadFailed_Role", securityRoles.coSellSeller) : words("ReadFailed")}
          </Note>
          <DefaultButton className="cosell-quiet" onClick={readAgain}>
            {words("ReadAgain")}
          </DefaultButton>
        </div>
      )}
      {panel.failure && <FailureCard words={words} failure={panel.failure} isWaiting={panel.status === "queued"} />}
      <Decisions {...props} panel={panel} />
      {lead.referralIdentifier !== null && (
        <ReferralDetails
          words={words}
          identifier={lead.referralIdentifier}
          isOpen={panel.status !== "closed" && !props.isReadOnly}
          link={lead.referralLink}
          onOpenLink={actions.openLink}
        />
      )}
    </Frame>
  );
};
