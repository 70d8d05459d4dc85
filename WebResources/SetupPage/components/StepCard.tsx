import * as React from "react";
import { strings } from "../strings";
import type { SetupStep } from "../toSteps";
import { CheckItem } from "./CheckItem";
import { StateIcon } from "./StateIcon";

export interface StepCardProps {
  step: SetupStep;
  number: number;
  /** Whether it is the first one left to who has the page open; it is unfolded then. */
  isNext: boolean;
  children: React.ReactNode;
}

/** One step of setting up. What is done is folded away, and can be opened and done again. */
export const StepCard = ({ step, number, isNext, children }: StepCardProps): React.ReactElement => {
  const [isOpen, setOpen] = React.useState(isNext);
  const isDone = step.state === "done";
  // Done, a step folds, and the next one opens by itself; what somebody opened by hand stays as it is until then.
  React.useEffect(() => setOpen(isNext), [isNext, isDone]);
  return (
    <li className="step" data-step={step.name} data-done={isDone} data-state={step.state}>
      <details
        open={isOpen}
        onToggle={(event: React.SyntheticEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open)}
      >
        <summary>
          {isDone ? <StateIcon state="ok" /> : <span className="step-number">{number}</span>}
          <h2>{step.title}</h2>
          <span className="step-state">{strings.steps.states[step.state]}</span>
        </summary>
        <div className="step-body">
          {children}
          {step.open.length > 0 && (
            <ul className="checks">
              {step.open.map((check) => (
                <CheckItem key={check.name} check={check} />
              ))}
            </ul>
          )}
        </div>
      </details>
    </li>
  );
};
