import * as React from "react";
import type { RegistrationAnswer } from "../../../Solution/engine/domain/registration/RegistrationAnswer";
import { customApis } from "../../../Solution/engine/domain/schema";
import type { SetupContext } from "../SetupContext";
import { strings } from "../strings";
import { Button } from "./Button";
import { TextField } from "./TextField";

export interface NotificationsStepProps {
  context: SetupContext;
  onChanged: () => Promise<void>;
}

const text = strings.steps.notifications;

/** Registers the flow's address at Partner Center; what another environment holds is taken over only when that is wanted. */
export const NotificationsStep = ({ context, onChanged }: NotificationsStepProps): React.ReactElement => {
  const [endpoint, setEndpoint] = React.useState("");
  const [answer, setAnswer] = React.useState<Pick<RegistrationAnswer, "state" | "words" | "fix"> | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const register = async (Overwrite: boolean): Promise<void> => {
    setBusy(true);
    const reply = await context.client.call(customApis.registerWebhook, { Endpoint: endpoint, Overwrite });
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
      <TextField
        name="endpoint"
        label={text.address}
        value={endpoint}
        hint={text.addressHint}
        onChange={(value) => setEndpoint(value.trim())}
      />
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
      <p role="status" data-status="notifications">
        {answer?.words} {isElsewhere ? text.takeOverAsk : answer?.fix}
      </p>
    </>
  );
};
