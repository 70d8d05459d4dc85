import * as React from "react";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import type { Failure } from "../Failure";

export interface FailureCardProps {
  words: Words;
  failure: Failure;
}

/** Why the last sync came to nothing: what happened, what to do, who can do it. */
export const FailureCard = ({ words, failure }: FailureCardProps): React.ReactElement => (
  <section className="cosell-failure cosell-tone-danger" aria-label={words("Failure")}>
    <Icon name="cross" />
    <dl>
      <dt>{words("Failure_WhatHappened")}</dt>
      <dd>{failure.words}</dd>
      <dt>{words("Failure_WhatToDo")}</dt>
      <dd>{failure.fix}</dd>
      <dt>{words("Failure_WhoCan")}</dt>
      <dd>{words(`Owner_${failure.owner}`)}</dd>
    </dl>
  </section>
);
