import { toFailure } from "../../domain/failure/Failure";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { readWish } from "../../domain/registration/readWish";
import { registrationAnswers, type RegistrationAnswer } from "../../domain/registration/RegistrationAnswer";
import { respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { flagOf, textOf } from "../inputs";
import { registerWebhook } from "./registerWebhook";

const toAnswer = async (ports: EnginePorts, request: EngineRequest): Promise<RegistrationAnswer> => {
  const settings = await ports.settings.current();
  const profile = toCloudProfile(settings.cloudProfile);
  if (profile === null)
    return registrationAnswers.failed(toFailure("connection.profileUnknown", settings.cloudProfile));
  const { inputParameters } = request;
  const wish = readWish(textOf(inputParameters, "Endpoint"), textOf(inputParameters, "Events"), profile);
  if (wish.kind === "refused") return wish.answer;
  return registerWebhook(ports, ports.webhooks(settings), wish.wanted, flagOf(inputParameters, "Overwrite"));
};

/** Answers `cosell_RegisterWebhook`; `Response` is the answer in words. What a person can put right is never an error. */
export const answerRegisterWebhook = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> =>
  respond(await toAnswer(ports, request));
