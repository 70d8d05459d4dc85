import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { Finding } from "../../../Solution/engine/domain/validation/Finding";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";

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
      {column !== "" && (
        <DefaultButton
          className="cosell-quiet"
          aria-label={words("GoToField_What", finding.words)}
          onClick={() => onGoToField(column)}
        >
          {words("GoToField")}
        </DefaultButton>
      )}
    </li>
  );
};
