import * as React from "react";
import type { Finding } from "../../../Solution/engine/domain/validation/Finding";
import { formatMessage } from "../../../Solution/engine/domain/values/formatMessage";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import { GoToField } from "../../shared/deal/components/GoToField";

export interface FindingItemProps {
  words: Words;
  finding: Finding;
  onGoToField: (column: string) => void;
}

/** In the user's language, which the rules do not know. */
const toWords = (words: Words, { code, details }: Finding): { what: string; fix: string } => ({
  what: formatMessage(words(`Finding_${code}`), details),
  fix: formatMessage(words(`Finding_${code}_fix`), details),
});

/** One finding: what is wrong, what to do, and the way there. */
export const FindingItem = ({ words, finding, onGoToField }: FindingItemProps): React.ReactElement => {
  const { column, severity } = finding;
  const { what, fix } = toWords(words, finding);
  return (
    <li className={`cosell-finding cosell-${severity}`}>
      <Icon name={severity === "blocking" ? "cross" : "warning"} />
      <div className="cosell-finding-words">
        <span className="cosell-hidden">{words(`Severity_${severity}`)}</span>
        <strong>{what}</strong> <span>{fix}</span>
      </div>
      {column !== "" && <GoToField {...{ words, column, onGoToField }} what={what} />}
    </li>
  );
};
