import { toFailure } from "../../domain/failure/Failure";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { parseRegistration } from "../../domain/registration/parseRegistration";
import { registrationAnswers, type RegistrationAnswer } from "../../domain/registration/RegistrationAnswer";
import { respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { flagOf, textOf } from "../inputs";
import { registerWebhook } from "./registerWebhook";

/** As it was asked for, not yet read. */
interface Asked {
  endpoint: string;
  /** Empty for all that are needed. */
  events: string;
  mayOverwrite: boolean;
}

/** What an administrator asks for; where no address is named, the one that was reported counts. */
const askedFor = async ({ registration }: EnginePorts, { inputParameters }: EngineRequest): Promise<Asked> => {
  const named = textOf(inputParameters, "Endpoint");
  const own = named === "" ? await registration.read() : null;
  return {
    endpoint: own?.kind === "done" ? (own.value?.endpoint ?? "") : named,
    events: textOf(inputParameters, "Events"),
    mayOverwrite: flagOf(inputParameters, "Overwrite"),
  };
};

const toAnswer = async (ports: EnginePorts, asked: Asked): Promise<RegistrationAnswer> => {
  const settings = await ports.settings.current();
  const profile = toCloudProfile(settings.cloudProfile);
  if (profile === null)
    return registrationAnswers.failed(toFailure("connection.profileUnknown", settings.cloudProfile));
  const wish = parseRegistration(asked.endpoint, asked.events, profile);
  if (wish.kind === "refused") return wish.answer;
  return registerWebhook(ports, ports.webhooks(settings), wish.wanted, asked.mayOverwrite);
};

/** Answers `cosell_RegisterWebhook`; `Response` is the answer in words. What a person can put right is never an error. */
export const answerRegisterWebhook = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> =>
  respond(await toAnswer(ports, await askedFor(ports, request)));

/** Answers `cosell_ReportWebhookAddress`: as above, but what somebody else receives is left to them. */
export const answerReportWebhookAddress = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> =>
  respond(
    await toAnswer(ports, {
      endpoint: textOf(request.inputParameters, "Endpoint"),
      events: "",
      mayOverwrite: false,
    }),
  );
