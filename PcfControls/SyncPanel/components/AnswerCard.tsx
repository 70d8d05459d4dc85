import { ChoiceGroup, DefaultButton, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import type { ReferralAnswer } from "../PanelProps";

export interface AnswerCardProps {
  words: Words;
  /** Null where the referral did not tell. */
  daysLeft: number | null;
  /** What a decline may be for, in words. */
  reasons: readonly string[];
  /** Null where nobody can answer here. */
  onAnswer: ((answer: ReferralAnswer, reason: string) => void) | null;
}

type Step = "asked" | "declining";

/** Microsoft offers a deal: accept it, or decline it with a reason, before time runs out. */
export const AnswerCard = ({ words, daysLeft, reasons, onAnswer }: AnswerCardProps): React.ReactElement => {
  const [step, setStep] = React.useState<Step>("asked");
  const [reason, setReason] = React.useState("");
  return (
    <section className="cosell-failure cosell-tone-warning cosell-answer" aria-label={words("Answer")}>
      <Icon name="hourglass" />
      <div>
        <p>
          <strong>{words("Answer_Question")}</strong>{" "}
          {daysLeft !== null && words(daysLeft === 1 ? "Answer_OneDay" : "Answer_Days", daysLeft)}
        </p>
        <p>{words("Answer_Consequence")}</p>
        {onAnswer && step === "asked" && (
          <div className="cosell-row">
            <PrimaryButton onClick={() => onAnswer("accept", "")}>{words("Answer_Accept")}</PrimaryButton>
            <DefaultButton onClick={() => setStep("declining")}>{words("Answer_Decline")}</DefaultButton>
          </div>
        )}
        {onAnswer && step === "declining" && (
          <>
            <ChoiceGroup
              label={words("Answer_Reason")}
              options={reasons.map((text) => ({ key: text, text }))}
              onChange={(_event, option) => setReason(option?.text ?? "")}
            />
            <div className="cosell-row">
              <PrimaryButton disabled={reason === ""} onClick={() => onAnswer("decline", reason)}>
                {words("Answer_DeclineNow")}
              </PrimaryButton>
              <DefaultButton onClick={() => setStep("asked")}>{words("Answer_Back")}</DefaultButton>
            </div>
          </>
        )}
      </div>
    </section>
  );
};
