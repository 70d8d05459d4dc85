import * as React from "react";
import type { Words } from "../../shared/words";
import type { PanelActions } from "../PanelProps";
import type { PrimaryAction } from "../toPrimaryAction";
import type { ShownStatus } from "../../shared/deal/toShownStatus";
import { ActionButton } from "./ActionButton";
import { Freshness } from "../../shared/deal/components/Freshness";
import { StatusPill } from "../../shared/deal/components/StatusPill";

export interface HeaderProps {
  words: Words;
  status: ShownStatus;
  blockingCount: number;
  /** Microsoft offers the deal, and waits for the seller. */
  isOffer: boolean;
  /** What the state means and what comes next. */
  help: string;
  lastSyncedOn: Date | null;
  formatDateTime: (moment: Date) => string;
  action: PrimaryAction | null;
  actions: PanelActions;
}

export const Header = (props: HeaderProps): React.ReactElement => (
  <header className="cosell-header">
    <div className="cosell-row">
      <StatusPill
        words={props.words}
        status={props.status}
        blockingCount={props.blockingCount}
        isOffer={props.isOffer}
      />
      {props.action && <ActionButton words={props.words} action={props.action} actions={props.actions} />}
    </div>
    <Freshness words={props.words} lastSyncedOn={props.lastSyncedOn} formatDateTime={props.formatDateTime} />
    <p className="cosell-help">{props.help}</p>
  </header>
);
