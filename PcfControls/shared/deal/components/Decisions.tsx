import * as React from "react";
import { closeReasons } from "../../../../Solution/engine/domain/response/closeReasons";
import type { Words } from "../../words";
import type { DecisionActions } from "../Decision";
import type { AnswerDue } from "../toAnswerDue";
import type { Sides } from "../toSideRows";
import { AnswerCard } from "./AnswerCard";
import { Conflicts } from "./Conflicts";
import { Differences } from "./Differences";
import { Proposals } from "./Proposals";

export interface DecisionsProps {
  words: Words;
  panel: Sides & { answerDue: AnswerDue | null };
  actions: DecisionActions;
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
    <Proposals words={words} proposals={panel.proposals} onDecide={canAct ? actions.resolveConflict : null} />
    <Conflicts words={words} conflicts={panel.conflicts} onResolve={canAct ? actions.resolveConflict : null} />
    <Differences words={words} caption={words("Differences")} rows={panel.differences} />
    <Differences words={words} caption={words("Untaken")} rows={panel.untaken} />
  </>
);
