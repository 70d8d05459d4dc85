import * as React from "react";
import type { FailureWords } from "../../../../Solution/engine/domain/failure/Failure";
import { toFailureCode } from "../../../../Solution/engine/domain/failure/failureKinds";
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

/** In the user's language, which the rules do not know. */
const toTexts = (words: Words, failure: FailureWords): { what: string; fix: string } => {
  const { label } = failure;
  const code = toFailureCode(failure.code);
  const what = words(`Failed_${code}`);
  return label === undefined
    ? { what, fix: words(`Failed_${code}_fix`) }
    : {
        what: words("Failure_SeeLabel", what.replace(/[.。]$/, ""), label),
        fix: words("Failure_CorrectLabel", label),
      };
};

/** What is wrong: what happened, the reason of whoever refused, what to do, and who can do it. */
export const FailureCard = ({ words, failure, isWaiting, onGoToField }: FailureCardProps): React.ReactElement => {
  const { code, reason, column } = failure;
  const { what, fix } = toTexts(words, failure);
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
          <dd>{what}</dd>
          {reason !== undefined && <dt>{reasonLabel(words, failure)}</dt>}
          {reason !== undefined && <dd className="cosell-reason">{reason}</dd>}
          <dt>{words("Failure_WhatToDo")}</dt>
          <dd>{fix}</dd>
          {!isWaiting && <dt>{words("Failure_WhoCan")}</dt>}
          {!isWaiting && <dd>{words(`Owner_${failure.owner}`)}</dd>}
        </dl>
        {column !== undefined && onGoToField && <GoToField {...{ words, column, onGoToField }} what={what} />}
      </div>
    </section>
  );
};
