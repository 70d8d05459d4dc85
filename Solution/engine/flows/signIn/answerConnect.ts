import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import { respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { textOf } from "../inputs";
import { disconnect } from "./disconnect";
import { finishOnDevice } from "./finishOnDevice";
import { finishOnPage } from "./finishOnPage";
import { startOnDevice } from "./startOnDevice";
import { startOnPage } from "./startOnPage";
import type { SignInRun } from "./SignInRun";

type Step = (run: SignInRun, request: EngineRequest) => Promise<SignInAnswer>;

const steps: Readonly<Record<string, Step>> = {
  start: (run, { inputParameters }) => startOnPage(run, textOf(inputParameters, "RedirectUri")),
  finish: (run, { inputParameters }) =>
    finishOnPage(run, {
      code: textOf(inputParameters, "Code"),
      state: textOf(inputParameters, "State"),
      redirectUri: textOf(inputParameters, "RedirectUri"),
    }),
  startDevice: startOnDevice,
  finishDevice: finishOnDevice,
  disconnect,
};

/** Answers `cosell_Connect`; `Response` is a `SignInAnswer`. What a person can put right is never an error. */
export const answerConnect = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const name = textOf(request.inputParameters, "Step");
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  const settings = await ports.settings.current();
  const run = { ports, identity: ports.identity(settings), tokens: ports.tokens(settings), settings };
  const answer = step === undefined ? signInAnswers.stepUnknown() : await step(run, request);
  return respond(answer);
};
