import * as React from "react";
import { tables } from "../../../Solution/engine/domain/schema";
import type { SetupCheck } from "../checks/SetupCheck";
import { toChecks } from "../checks/toChecks";
import { readSetupFacts } from "../readSetupFacts";
import type { Reply } from "../SetupClient";
import type { SetupContext } from "../SetupContext";
import { maySetUp, type SetupFacts } from "../SetupFacts";
import { strings } from "../strings";
import { toSteps, type SetupStep, type StepName, type StepState } from "../toSteps";
import { Backfill } from "./Backfill";
import { Button } from "./Button";
import { CheckList } from "./CheckList";
import { FlowsStep } from "./FlowsStep";
import { MappingSection } from "./mapping/MappingSection";
import { NotificationsStep } from "./NotificationsStep";
import { OutsideLink } from "./OutsideLink";
import { RegistrationStep } from "./RegistrationStep";
import { SignInStep } from "./SignInStep";
import { StepCard } from "./StepCard";
import { Work } from "./Work";

const listOf = <Value,>(reply: Reply<readonly Value[]>): readonly Value[] => (reply.kind === "done" ? reply.value : []);

const overallOf = (
  steps: readonly SetupStep[],
  checks: readonly SetupCheck[],
): { words: string; state: SetupCheck["state"] | "unseen" } => {
  const count = (wanted: StepState): number => steps.filter(({ state }) => state === wanted).length;
  const trouble = checks.filter(({ state, unread }) => state !== "ok" && unread !== "forbidden").length;
  if (count("open") > 0) return { words: strings.overall.open(count("open")), state: "problem" };
  if (count("administrator") > 0)
    return { words: strings.overall.administrator(count("administrator")), state: "warning" };
  if (count("unseen") > 0)
    return trouble > 0
      ? { words: strings.overall.look(trouble), state: "warning" }
      : { words: strings.overall.unseen, state: "unseen" };
  return trouble > 0
    ? { words: strings.overall.trouble(trouble), state: "warning" }
    : { words: strings.overall.done, state: "ok" };
};

interface BodyProps {
  context: SetupContext;
  facts: SetupFacts;
  checks: readonly SetupCheck[];
  step: SetupStep;
  onChanged: () => Promise<void>;
}

const bodies: Readonly<Record<StepName, (props: BodyProps) => React.ReactElement>> = {
  registration: ({ context, facts, checks, onChanged }) => (
    <RegistrationStep
      context={context}
      settings={listOf(facts.settings)}
      hasSecret={checks.some(({ name, state }) => name === "secret" && state === "ok")}
      onChanged={onChanged}
    />
  ),
  signIn: ({ context, step, onChanged }) => (
    <SignInStep context={context} isDone={step.state === "done"} onChanged={onChanged} />
  ),
  flows: ({ context, facts, onChanged }) => (
    <FlowsStep context={context} flows={listOf(facts.flows)} onChanged={onChanged} />
  ),
  notifications: ({ context, facts, onChanged }) => (
    <NotificationsStep
      context={context}
      hasAddress={facts.hasWebhookAddress.kind === "done" && facts.hasWebhookAddress.value}
      onChanged={onChanged}
    />
  ),
  people: ({ context }) => (
    <>
      <p>{strings.steps.people.intro}</p>
      <OutsideLink address={context.addresses.users}>{strings.steps.people.open}</OutsideLink>
    </>
  ),
  solutions: ({ context }) => (
    <>
      <p>{strings.steps.solutions.intro}</p>
      <Button name="openSolutions" onClick={() => context.openList(tables.solutionDetail.logicalName)}>
        {strings.steps.solutions.open}
      </Button>
    </>
  ),
};

/** Setting up from top to bottom, and how everything stands. */
export const Page = ({ context }: { context: SetupContext }): React.ReactElement => {
  const [facts, setFacts] = React.useState<SetupFacts | null>(null);
  const [checkedAt, setCheckedAt] = React.useState("");
  const [isChecking, setChecking] = React.useState(true);
  const check = React.useCallback(async (): Promise<void> => {
    setChecking(true);
    setFacts(await readSetupFacts(context.client));
    setCheckedAt(context.now().toLocaleTimeString(context.locale));
    setChecking(false);
  }, [context]);
  React.useEffect(() => void check(), [check]);
  const checks = React.useMemo(() => (facts ? toChecks(facts) : []), [facts]);
  const isMine = facts !== null && maySetUp(facts);
  const steps = React.useMemo(() => toSteps(checks, isMine), [checks, isMine]);
  const overall = overallOf(steps, checks);
  const next = steps.find(({ state }) => state === "open")?.name;
  return (
    <main className="setup" data-loaded={facts !== null} aria-busy={isChecking}>
      <header>
        <h1>{strings.title}</h1>
        <p className={`overall ${facts ? overall.state : ""}`} role="status" data-overall={facts ? overall.state : ""}>
          {facts ? overall.words : strings.loading}
        </p>
        <p className="actions">
          <Button name="checkAgain" isBusy={isChecking} onClick={() => void check()}>
            {strings.checkAgain}
          </Button>
          <span>{checkedAt === "" ? "" : strings.checkedAt(checkedAt)}</span>
        </p>
      </header>
      {facts && (
        <>
          <ol className="steps">
            {steps.map((step, index) => (
              <StepCard key={step.name} step={step} number={index + 1} isNext={step.name === next}>
                {isMine ? (
                  bodies[step.name]({ context, facts, checks, step, onChanged: check })
                ) : (
                  <p className="owner">{strings.owners.administrator}</p>
                )}
              </StepCard>
            ))}
          </ol>
          <Work causes={listOf(facts.waiting)} context={context} onChanged={check} />
          {steps.some(({ name, state }) => name === "signIn" && state === "done") && <Backfill context={context} />}
          <MappingSection context={context} />
          <CheckList checks={checks} />
        </>
      )}
    </main>
  );
};
