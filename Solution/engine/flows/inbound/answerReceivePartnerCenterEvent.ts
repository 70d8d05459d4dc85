import { toFailureWords, type Failure } from "../../domain/failure/Failure";
import { metRunCode, toReferralSubject } from "../../domain/maintenance/Message";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import type { JsonObject } from "../../domain/values/Json";
import { eventRefusals } from "../../domain/webhook/eventRefusals";
import { testEvent, type WebhookEvent } from "../../domain/webhook/WebhookEvent";
import type { EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { flagOf, textOf } from "../inputs";
import { leaveToJob } from "../leaveToJob";
import type { Applied } from "./Applied";
import { applyReferral } from "./applyReferral";
import { checkEvent } from "./checkEvent";
import { noteReads } from "./noteReads";
import { postponeReferral } from "./postponeReferral";
import { withListed } from "./withListed";

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
  about: Parameters<typeof postponeReferral>[3],
): Promise<EngineAnswer> => {
  const refusal = await postponeReferral(ports, referralId, failure, about);
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

const conclude = async (ports: EnginePorts, event: WebhookEvent, applied: Applied): Promise<EngineAnswer> => {
  await ports.events.noteHandled(event);
  if (applied.kind === "applied") return reply(ok, { result: applied.how, ...applied.deal });
  await ports.trace.note(`referral ${event.referralId} is left alone: ${applied.because}`);
  return reply(ok, { result: "ignored", because: applied.because });
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
  const reads = noteReads(ports);
  const applied = await applyReferral(reads.ports, referralId, context);
  if (applied.kind === "done") return conclude(ports, event, applied.value);
  const referral = reads.last(referralId);
  const hasMetRun = applied.failure.code === metRunCode;
  // As it was read: of two notifications at once either may be the last to store their one message.
  const changedOn = hasMetRun ? (referral?.state.updatedOn ?? null) : null;
  const about = { title: reads.titleOf(referralId), changedOn };
  const postponed = await postpone(ports, referralId, applied.failure, about);
  if (!hasMetRun || referral === null) return postponed;
  // The run that was met looks for the message, unless it gave its lease back before there was one.
  const again = await applyReferral(withListed(ports, referral), referralId, context);
  if (again.kind === "failed" && again.failure.code !== metRunCode)
    return postpone(ports, referralId, again.failure, { title: about.title });
  if (again.kind === "failed") {
    // Nor does it see what this transaction has not committed; the job begins after that.
    await leaveToJob(ports, toReferralSubject(referralId, about.title), {}, { referralId, changedOn });
    return postponed;
  }
  await ports.inbound.settleMessage(referralId);
  return conclude(ports, event, again.value);
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
