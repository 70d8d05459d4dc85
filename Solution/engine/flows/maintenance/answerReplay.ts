import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { longAgo } from "../../domain/maintenance/intervals";
import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { guidOf, instantOf } from "../inputs";
import { takeOn } from "./handleMessage";
import type { MaintenanceRun } from "./MaintenanceRun";
import { replayDeal, replayMessage, type Replayed } from "./replayWork";
import { startRun } from "./startRun";

/** Messages of a window that one call looks at; a call more goes on, since what is done is no longer found. */
const maxMessages = 500;

const replayWindow = async (
  run: MaintenanceRun,
  from: string | null,
  until: string | null,
): Promise<Outcome<Replayed[]>> => {
  const { messages } = run.ports;
  const found = await messages.inWindow(from ?? longAgo, until ?? run.startedOn, maxMessages);
  if (found.kind === "failed") return found;
  const results: Replayed[] = [];
  for (const message of found.value) results.push(await replayMessage(run, message, takeOn));
  return done(results);
};

const replay = async (run: MaintenanceRun, { inputParameters }: EngineRequest): Promise<Outcome<Replayed[]>> => {
  const messageId = guidOf(inputParameters["MessageId"]);
  const opportunityId = guidOf(inputParameters["OpportunityId"]);
  const leadId = guidOf(inputParameters["LeadId"]);
  if (messageId !== "") {
    const message = await run.ports.messages.byId(messageId);
    if (message.kind === "failed") return message;
    if (message.value === null) return failed(toFailure("dataverse.rowGone", `no message ${messageId}`));
    return done([await replayMessage(run, message.value)]);
  }
  if (opportunityId !== "") return done([await replayDeal(run, { table: "opportunity", recordId: opportunityId })]);
  if (leadId !== "") return done([await replayDeal(run, { table: "lead", recordId: leadId })]);
  return replayWindow(run, instantOf(inputParameters, "From"), instantOf(inputParameters, "Until"));
};

/**
 * Answers `cosell_Replay`: one message, one record, or all messages that were changed from `From` to `Until`. `Response` says
 * what happened to each.
 */
export const answerReplay = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const run = await startRun(ports, request, null);
  const outcome = await replay(run, request);
  if (outcome.kind === "failed") return refuse(outcome.failure, request);
  const results = outcome.value;
  const isFinished = results.length < maxMessages && results.every(({ result }) => result !== "outOfTime");
  return respond({ results, isFinished });
};
