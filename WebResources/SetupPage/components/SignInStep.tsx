import * as React from "react";
import type { SignInAnswer } from "../../../Solution/engine/domain/signIn/SignInAnswer";
import type { SetupContext } from "../SetupContext";
import { signIn, signInOnDevice } from "../signIn";
import { strings } from "../strings";
import { Button } from "./Button";

export interface SignInStepProps {
  context: SetupContext;
  isDone: boolean;
  onChanged: () => Promise<void>;
}

const text = strings.steps.signIn;

interface Shown {
  words: string;
  fix?: string;
  /** To be opened by hand where the browser refused a window. */
  authorizeUrl?: string;
}

/** Signing in by a window of Microsoft's, or by a code where there is no other way. */
export const SignInStep = ({ context, isDone, onChanged }: SignInStepProps): React.ReactElement => {
  const [shown, setShown] = React.useState<Shown>({ words: "" });
  const [isBusy, setBusy] = React.useState(false);
  const run = async (way: () => Promise<SignInAnswer>): Promise<void> => {
    setBusy(true);
    const { words, fix, state } = await way();
    setBusy(false);
    setShown({ words, fix });
    if (state === "signedIn") await onChanged();
  };
  const { client, windows, redirectUri } = context;
  return (
    <>
      <p>{text.intro}</p>
      <p className="actions">
        <Button
          name="signIn"
          isPrimary={!isDone}
          isBusy={isBusy}
          onClick={() => void run(() => signIn(client, windows, redirectUri, setShown))}
        >
          {isDone ? text.buttonAgain : text.button}
        </Button>
        <Button name="signInOnDevice" isBusy={isBusy} onClick={() => void run(() => signInOnDevice(client, setShown))}>
          {text.device}
        </Button>
      </p>
      <p className="hint">{text.deviceHint}</p>
      <p role="status" data-status="signIn">
        {shown.words} {shown.fix}
        {shown.authorizeUrl !== undefined && (
          <a href={shown.authorizeUrl} target="_blank" rel="noreferrer">
            {text.openPage}
          </a>
        )}
      </p>
    </>
  );
};
