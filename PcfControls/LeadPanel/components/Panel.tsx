import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import { securityRoles } from "../../../Solution/engine/domain/schema";
import { Decisions } from "../../shared/deal/components/Decisions";
import { FailureCard } from "../../shared/deal/components/FailureCard";
import { Freshness } from "../../shared/deal/components/Freshness";
import { Note } from "../../shared/deal/components/Note";
import { ReferralDetails } from "../../shared/deal/components/ReferralDetails";
import { StatusPill } from "../../shared/deal/components/StatusPill";
import { useFacts } from "../../shared/deal/useFacts";
import { Frame } from "../../shared/Frame";
import type { LeadProps } from "../LeadProps";
import { toLeadState, type LeadState } from "../toLeadState";
import { readLeadFacts } from "../readLeadFacts";

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

/** Everything a seller needs to know and do about a lead that Microsoft offers. */
export const Panel = (props: LeadProps): React.ReactElement => {
  const { words, lead, actions } = props;
  // Changes whenever a sync has been at the lead.
  const syncMark = [lead.status, lead.lastSyncedOn?.getTime() ?? "", lead.audit.length].join("|");
  // A lead without a referral has nothing beside its form.
  const id = lead.referralIdentifier === null ? null : lead.leadId;
  const read = id === null ? null : () => readLeadFacts(props.records, id);
  const { state, readAgain } = useFacts(read, id ?? "", syncMark);
  const panel = toLeadState(props, state.facts, new Date());
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
      <Decisions {...{ words, panel, actions }} canAct={!props.isOffline && !props.isReadOnly} />
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
