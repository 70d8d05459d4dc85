import * as React from "react";
import type { RegistrationAnswer } from "../../../Solution/engine/domain/registration/RegistrationAnswer";
import { customApis } from "../../../Solution/engine/domain/schema";
import type { SetupContext } from "../SetupContext";
import { strings } from "../strings";
import { Button } from "./Button";
import { TextField } from "./TextField";

export interface NotificationsStepProps {
  context: SetupContext;
  /** Whether the flow's address is known here. */
  hasAddress: boolean;
  onChanged: () => Promise<void>;
}

const text = strings.steps.notifications;

/**
 * Registers the flow's address at Partner Center. A flow reports it by itself; what another environment receives is taken over only
 * when somebody wants that.
 */
export const NotificationsStep = ({ context, hasAddress, onChanged }: NotificationsStepProps): React.ReactElement => {
  const [endpoint, setEndpoint] = React.useState("");
  const [answer, setAnswer] = React.useState<Pick<RegistrationAnswer, "state" | "words" | "fix"> | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const register = async (Overwrite: boolean): Promise<void> => {
    setBusy(true);
    const asked = endpoint === "" ? { Overwrite } : { Endpoint: endpoint, Overwrite };
    const reply = await context.client.call(customApis.registerWebhook, asked);
    setBusy(false);
    setAnswer(
      reply.kind === "done"
        ? (reply.value as unknown as RegistrationAnswer)
        : { state: "failed", words: reply.words, fix: "" },
    );
    await onChanged();
  };
  const isElsewhere = answer?.state === "registeredElsewhere";
  return (
    <>
      <p>{text.intro}</p>
      <p>{hasAddress ? text.known : text.byItself}</p>
      <details>
        <summary>
          <span className="group-title">{text.byHand}</span>
        </summary>
        <div className="by-hand">
          <TextField
            name="endpoint"
            label={text.address}
            value={endpoint}
            hint={text.addressHint}
            onChange={(value) => setEndpoint(value.trim())}
          />
        </div>
      </details>
      {(hasAddress || endpoint !== "") && (
        <p className="actions">
          <Button name="register" isPrimary isBusy={isBusy} onClick={() => void register(false)}>
            {text.register}
          </Button>
          {isElsewhere && (
            <Button name="takeOver" isBusy={isBusy} onClick={() => void register(true)}>
              {text.takeOver}
            </Button>
          )}
        </p>
      )}
      <p role="status" data-status="notifications">
        {answer?.words} {isElsewhere ? text.takeOverAsk : answer?.fix}
      </p>
    </>
  );
};
