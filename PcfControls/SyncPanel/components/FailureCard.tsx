import * as React from "react";
import type { FailureWords } from "../../../Solution/engine/domain/failure/Failure";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";

export interface FailureCardProps {
  words: Words;
  failure: FailureWords;
  /** It is waited for, not given up. */
  isWaiting: boolean;
}

/** Why the last sync came to nothing: what happened, what to do, who can do it. */
export const FailureCard = ({ words, failure, isWaiting }: FailureCardProps): React.ReactElement => (
  <section className={`cosell-failure cosell-tone-${isWaiting ? "warning" : "danger"}`} aria-label={words("Failure")}>
    <Icon name={isWaiting ? "clock" : "cross"} />
    <dl>
      <dt>{words("Failure_WhatHappened")}</dt>
      <dd>{failure.words}</dd>
      <dt>{words("Failure_WhatToDo")}</dt>
      <dd>{failure.fix}</dd>
      {!isWaiting && <dt>{words("Failure_WhoCan")}</dt>}
      {!isWaiting && <dd>{words(`Owner_${failure.owner}`)}</dd>}
    </dl>
  </section>
);
