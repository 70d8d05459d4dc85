import { toFailureWords, type Failure } from "../../domain/failure/Failure";
import { toReferralSubject } from "../../domain/maintenance/Message";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import type { JsonObject } from "../../domain/values/Json";
import { eventRefusals } from "../../domain/webhook/eventRefusals";
import { testEvent, type WebhookEvent } from "../../domain/webhook/WebhookEvent";
import type { EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { flagOf, textOf } from "../inputs";
import { leaveToJob } from "../leaveToJob";
import { applyReferral } from "./applyReferral";
import { checkEvent } from "./checkEvent";
import { noteTitles } from "./noteTitles";
import { postponeReferral } from "./postponeReferral";

const ok = 200;
const tryAgain = 503;

const reply = (status: number, response: JsonObject): EngineAnswer => ({
  outputParameters: { StatusCode: status, Response: JSON.stringify(response) },
});

const words = ({ code }: Failure): JsonObject => ({ ...toFailureWords(code) });

/** Cannot be finished now: a message waits, or a person has to look. Partner Center has done its part either way. */
const postpone = async (
  ports: EnginePorts,
  referralId: string,
  failure: Failure,
  title: string,
): Promise<EngineAnswer> => {
  const refusal = await postponeReferral(ports, referralId, failure, title);
  if (refusal === null) return reply(ok, { result: "postponed", failure: words(failure) });
  await ports.trace.note(`${refusal.code}: ${refusal.cause}`);
  return reply(tryAgain, { result: "failed", failure: words(refusal) });
};

/** The request before this one failed and was undone: the job does it by itself, and stores what fails with words. */
const leaveEvent = async (ports: EnginePorts, referralId: string): Promise<EngineAnswer> => {
  const refusal = await leaveToJob(ports, toReferralSubject(referralId), {});
  if (refusal === null) return reply(ok, { result: "left" });
  return reply(tryAgain, { result: "failed", failure: words(refusal) });
};

const applyEvent = async (
  ports: EnginePorts,
  event: WebhookEvent,
  referralId: string,
  { isInTransaction, inputParameters }: EngineRequest,
): Promise<EngineAnswer> => {
  if (await ports.events.isHandled(event)) return reply(ok, { result: "repeated" });
  if (flagOf(inputParameters, "LeaveToJob")) return leaveEvent(ports, referralId);
  const context = { trigger: "event", isInTransaction, changedOn: event.changedOn } as const;
  const titles = noteTitles(ports);
  const applied = await applyReferral(titles.ports, referralId, context);
  if (applied.kind === "failed") return postpone(ports, referralId, applied.failure, titles.of(referralId));
  await ports.events.noteHandled(event);
  if (applied.value.kind === "applied") return reply(ok, { result: applied.value.how, ...applied.value.deal });
  await ports.trace.note(`referral ${referralId} is left alone: ${applied.value.because}`);
  return reply(ok, { result: "ignored", because: applied.value.because });
};

/** Answers `cosell_ReceivePartnerCenterEvent`: whoever it is from, no failure of ours is Partner Center's to see in words. */
export const answerReceivePartnerCenterEvent = async (
  ports: EnginePorts,
  request: EngineRequest,
): Promise<EngineAnswer> => {
  const { cloudProfile } = await ports.settings.remembered();
  const profile = toCloudProfile(cloudProfile);
  if (profile === null)
    return reply(tryAgain, { result: "failed", failure: { ...toFailureWords("connection.profileUnknown") } });
  const body = textOf(request.inputParameters, "Body");
  const checked = await checkEvent(ports, profile, { body, headers: textOf(request.inputParameters, "Headers") });
  if (checked.kind === "refused") {
    const { status, words: why } = eventRefusals[checked.refusal];
    await ports.trace.note(`notification refused: ${checked.refusal}`);
    return reply(status, { result: "refused", reason: checked.refusal, words: why });
  }
  const { event } = checked;
  await ports.events.noteArrival(await ports.clock.now());
  if (event.referralId !== null) return applyEvent(ports, event, event.referralId, request);
  const result = event.name === testEvent ? "noted" : "ignored";
  await ports.trace.note(`notification ${event.name} ${result}`);
  return reply(ok, { result });
};
