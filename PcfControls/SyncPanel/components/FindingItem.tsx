import * as React from "react";
import type { Finding } from "../../../Solution/engine/domain/validation/Finding";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import { GoToField } from "../../shared/deal/components/GoToField";

export interface FindingItemProps {
  words: Words;
  finding: Finding;
  onGoToField: (column: string) => void;
}

/** One finding: what is wrong, what to do, and the way there. */
export const FindingItem = ({ words, finding, onGoToField }: FindingItemProps): React.ReactElement => {
  const { column, severity } = finding;
  return (
    <li className={`cosell-finding cosell-${severity}`}>
      <Icon name={severity === "blocking" ? "cross" : "warning"} />
      <div className="cosell-finding-words">
        <span className="cosell-hidden">{words(`Severity_${severity}`)}</span>
        <strong>{finding.words}</strong> <span>{finding.fix}</span>
      </div>
      {column !== "" && <GoToField {...{ words, column, onGoToField }} what={finding.words} />}
    </li>
  );
};
