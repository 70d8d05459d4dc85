import { DefaultButton, Spinner, SpinnerSize } from "@fluentui/react";
import * as React from "react";
import { securityRoles } from "../../../Solution/engine/domain/schema";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import type { Readiness } from "../Readiness";
import { FindingItem } from "./FindingItem";
import { Note } from "../../shared/deal/components/Note";

export interface ChecklistProps {
  words: Words;
  readiness: Readiness;
  /** A referral exists already: the list is then about the next change, not about the first sending. */
  isShared: boolean;
  isOffline: boolean;
  /** A refusal stands above: an empty list would deny it. */
  hasFailed: boolean;
  onGoToField: (column: string) => void;
  onCheckAgain: () => void;
}

const Findings = ({ words, readiness, onGoToField }: ChecklistProps): React.ReactElement => {
  if (readiness.kind === "checking")
    return <Spinner size={SpinnerSize.small} label={words("Checking")} labelPosition="right" />;
  if (readiness.kind === "unknown")
    return (
      <Note icon="warning">
        {readiness.lacksRole ? words("CheckFailed_Role", securityRoles.coSellSeller) : words("CheckFailed")}
      </Note>
    );
  if (readiness.findings.length === 0) return <Note icon="check">{words("NothingMissing")}</Note>;
  return (
    <ul className="cosell-findings">
      {readiness.findings.map((finding) => (
        <FindingItem key={finding.code} words={words} finding={finding} onGoToField={onGoToField} />
      ))}
    </ul>
  );
};

/** What is missing before the opportunity, or its next change, can be sent; the most urgent first. */
export const Checklist = (props: ChecklistProps): React.ReactElement | null => {
  const { words, readiness, isShared, hasFailed } = props;
  // Once both sides agree, a list without items is only noise.
  if ((isShared || hasFailed) && readiness.kind === "known" && readiness.findings.length === 0) return null;
  const title = words(isShared ? "Checklist_after" : "Checklist_before");
  return (
    <section className="cosell-section" aria-label={title}>
      <div className="cosell-row">
        <h2>{title}</h2>
        <DefaultButton
          className="cosell-quiet"
          disabled={props.isOffline || readiness.kind === "checking"}
          onClick={props.onCheckAgain}
        >
          <Icon name="refresh" />
          <span>{words("CheckAgain")}</span>
        </DefaultButton>
      </div>
      <Findings {...props} />
    </section>
  );
};
