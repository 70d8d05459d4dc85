import { ChoiceGroup, DefaultButton, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import { Icon } from "../../Icon";
import type { Words } from "../../words";
import type { ReferralAnswer } from "../Decision";

export interface AnswerCardProps {
  words: Words;
  /** Null where the referral did not tell. */
  daysLeft: number | null;
  /** What a decline may be for, in words. */
  reasons: readonly string[];
  /** Null where nobody can answer here. */
  onAnswer: ((answer: ReferralAnswer, reason: string) => void) | null;
}

interface DeclineProps extends Pick<AnswerCardProps, "words" | "reasons"> {
  onDecline: (reason: string) => void;
  onLeave: () => void;
}

/** Why the deal is declined. The focus goes to the first reason; Escape leaves, as it leaves every list that opened. */
const Decline = ({ words, reasons, onDecline, onLeave }: DeclineProps): React.ReactElement => {
  const [reason, setReason] = React.useState("");
  const list = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => list.current?.querySelector<HTMLElement>("input[type=radio]")?.focus(), []);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onLeave();
  };
  return (
    // Keys of the radios inside bubble up to here; the group itself takes no focus.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} onKeyDown={onKeyDown}>
      <ChoiceGroup
        label={words("Answer_Reason")}
        options={reasons.map((text) => ({ key: text, text }))}
        onChange={(_event, option) => setReason(option?.text ?? "")}
      />
      <div className="cosell-row">
        <PrimaryButton disabled={reason === ""} onClick={() => onDecline(reason)}>
          {words("Answer_DeclineNow")}
        </PrimaryButton>
        <DefaultButton onClick={onLeave}>{words("Answer_Back")}</DefaultButton>
      </div>
    </div>
  );
};

type Step = "asked" | "declining" | "left";

/** Microsoft offers a deal: accept it, or decline it with a reason, before time runs out. */
export const AnswerCard = ({ words, daysLeft, reasons, onAnswer }: AnswerCardProps): React.ReactElement => {
  const [step, setStep] = React.useState<Step>("asked");
  const buttons = React.useRef<HTMLDivElement>(null);
  // Whoever leaves the list is back at the button that opened it.
  React.useEffect(() => {
    if (step === "left") buttons.current?.querySelector<HTMLElement>("button:last-of-type")?.focus();
  }, [step]);
  return (
    <section className="cosell-failure cosell-tone-warning cosell-answer" aria-label={words("Answer")}>
      <Icon name="hourglass" />
      <div>
        <p>
          <strong>{words("Answer_Question")}</strong>{" "}
          {daysLeft !== null && words(daysLeft === 1 ? "Answer_OneDay" : "Answer_Days", daysLeft)}{" "}
          {words("Answer_Advice")}
        </p>
        <p>{words("Answer_Consequence")}</p>
        {onAnswer && step !== "declining" && (
          <div className="cosell-row" ref={buttons}>
            <PrimaryButton onClick={() => onAnswer("accept", "")}>{words("Answer_Accept")}</PrimaryButton>
            <DefaultButton onClick={() => setStep("declining")}>{words("Answer_Decline")}</DefaultButton>
          </div>
        )}
        {onAnswer && step === "declining" && (
          <Decline
            words={words}
            reasons={reasons}
            onDecline={(reason) => onAnswer("decline", reason)}
            onLeave={() => setStep("left")}
          />
        )}
      </div>
    </section>
  );
};
