import * as React from "react";
import { closeReasons } from "../../../Solution/engine/domain/response/closeReasons";
import type { Words } from "../../shared/words";
import type { PanelActions } from "../PanelProps";
import type { PanelState } from "../usePanelState";
import { AnswerCard } from "../../shared/deal/components/AnswerCard";
import { Conflicts } from "../../shared/deal/components/Conflicts";
import { Differences } from "../../shared/deal/components/Differences";

export interface DecisionsProps {
  words: Words;
  panel: PanelState;
  actions: PanelActions;
  /** The user may change the record, and is online. */
  canAct: boolean;
}

/** What waits for the seller's word, and below it what both sides hold differently. */
export const Decisions = ({ words, panel, actions, canAct }: DecisionsProps): React.ReactElement => (
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
