import * as React from "react";
import { cloudFlows } from "../../../Solution/engine/domain/schema";
import type { SetupContext } from "../SetupContext";
import type { CloudFlow } from "../SetupFacts";
import { strings } from "../strings";
import { toFlowsToTurnOn } from "../toSteps";
import { Button } from "./Button";
import { OutsideLink } from "./OutsideLink";

export interface FlowsStepProps {
  context: SetupContext;
  flows: readonly CloudFlow[];
  onChanged: () => Promise<void>;
}

const text = strings.steps.flows;
/** Activated; the reason follows by itself. Source: "Work with cloud flows using code". */
const activated = { statecode: 1 };
/** Flows that were just turned on do their first work by themselves, within some seconds. */
const firstWorkMs = 8_000;

const nameOf = ({ id }: CloudFlow): string => Object.values(cloudFlows).find((known) => known.id === id)?.name ?? "";

const labelOf = ([first, ...others]: readonly CloudFlow[]): string =>
  first !== undefined && others.length === 0 ? text.turnOnOne(nameOf(first)) : text.turnOnNeeded(others.length + 1);

/** Turns on the cloud flows that are off; alerts only by a press of their own. */
export const FlowsStep = ({ context, flows, onChanged }: FlowsStepProps): React.ReactElement => {
  const [outcome, setOutcome] = React.useState("");
  const off = toFlowsToTurnOn(flows);
  const stayOff = flows.filter((flow) => !flow.isOn && !off.includes(flow));
  const turnOn = async (): Promise<void> => {
    setOutcome(strings.saving);
    let refusal = "";
    for (const { id } of off) {
      const reply = await context.client.update("workflows", id, activated);
      if (reply.kind === "failed") refusal = reply.words;
    }
    setOutcome(refusal);
    await onChanged();
    setTimeout(() => void onChanged(), firstWorkMs);
  };
  return (
    <>
      <p>{text.intro}</p>
      <p className="actions">
        {off.length > 0 && (
          <Button name="turnFlowsOn" isPrimary isBusy={outcome === strings.saving} onClick={() => void turnOn()}>
            {labelOf(off)}
          </Button>
        )}
        <OutsideLink address={context.addresses.solutions}>{text.openSolution}</OutsideLink>
        <span role="status" data-status="flows">
          {outcome}
        </span>
      </p>
      {stayOff.map((flow) => (
        <p key={flow.id} className="hint">
          {text.staysOff(nameOf(flow))}
        </p>
      ))}
    </>
  );
};
