import * as React from "react";
import type { FailureWords } from "../../../../Solution/engine/domain/failure/Failure";
import { isMicrosoftEndCode } from "../../../../Solution/engine/domain/response/microsoftEnd";
import { Icon } from "../../Icon";
import type { Words } from "../../words";
import { GoToField } from "./GoToField";

export interface FailureCardProps {
  words: Words;
  failure: FailureWords;
  /** It is waited for, not given up. */
  isWaiting: boolean;
  /** Absent where no field of the form is at fault. */
  onGoToField?: (column: string) => void;
}

/** Whose reason it is. */
const reasonLabel = (words: Words, { code }: FailureWords): string =>
  code.startsWith("partnerCenter.") ? words("Failure_PartnerCenterSays") : words("Failure_Reason");

/** What is wrong: what happened, the reason of whoever refused, what to do, and who can do it. */
export const FailureCard = ({ words, failure, isWaiting, onGoToField }: FailureCardProps): React.ReactElement => {
  const { code, reason, column } = failure;
  const hasMicrosoftEnded = isMicrosoftEndCode(code);
  const tone = isWaiting || hasMicrosoftEnded ? "warning" : "danger";
  return (
    <section
      className={`cosell-failure cosell-tone-${tone}`}
      aria-label={words(hasMicrosoftEnded ? "Failure_MicrosoftEnded" : "Failure")}
    >
      <Icon name={isWaiting ? "clock" : hasMicrosoftEnded ? "info" : "cross"} />
      <div className="cosell-failure-words">
        <dl>
          <dt>{words("Failure_WhatHappened")}</dt>
          <dd>
            <span dir="auto">{failure.words}</span>
          </dd>
          {reason !== undefined && <dt>{reasonLabel(words, failure)}</dt>}
          {reason !== undefined && <dd className="cosell-reason">{reason}</dd>}
          <dt>{words("Failure_WhatToDo")}</dt>
          <dd>
            <span dir="auto">{failure.fix}</span>
          </dd>
          {!isWaiting && <dt>{words("Failure_WhoCan")}</dt>}
          {!isWaiting && <dd>{words(`Owner_${failure.owner}`)}</dd>}
        </dl>
        {column !== undefined && onGoToField && <GoToField {...{ words, column, onGoToField }} what={failure.words} />}
      </div>
    </section>
  );
};
