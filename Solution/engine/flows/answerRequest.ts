import { customApis, tables } from "../domain/schema";
import { SettingsUnreadable } from "../ports/SettingsUnreadable";
import { notUnderstood, refuse, type EngineAnswer } from "./EngineAnswer";
import type { EnginePorts } from "./EnginePorts";
import type { EngineRequest } from "./EngineRequest";
import { requireApproval } from "./requireApproval";
import { answerRaiseAlerts } from "./alerts/answerRaiseAlerts";
import { answerCheckHealth } from "./health/answerCheckHealth";
import { answerReceivePartnerCenterEvent } from "./inbound/answerReceivePartnerCenterEvent";
import { answerInsights } from "./insights/answerInsights";
import { answerMessageJob } from "./maintenance/answerMessageJob";
import { answerBackfill } from "./maintenance/answerBackfill";
import { answerReplay } from "./maintenance/answerReplay";
import { answerRunMaintenance } from "./maintenance/answerRunMaintenance";
import { answerCheckMapping } from "./mapping/answerCheckMapping";
import { answerTransferMapping } from "./mapping/answerTransferMapping";
import { answerRegisterWebhook, answerReportWebhookAddress } from "./registration/answerRegisterWebhook";
import { answerCloseReferral } from "./respond/answerCloseReferral";
import { answerMoveReferral } from "./respond/answerMoveReferral";
import { answerResolveConflict } from "./respond/answerResolveConflict";
import { answerRespondToReferral } from "./respond/answerRespondToReferral";
import { answerConnect } from "./signIn/answerConnect";
import { answerPreview } from "./respond/answerPreview";
import { answerStep } from "./sync/answerStep";
import { answerSync } from "./sync/answerSync";

type Answer = (ports: EnginePorts, request: EngineRequest) => Promise<EngineAnswer>;

/** A sync message is work of its own, any other row is followed. */
const answerRowChange: Answer = (ports, request) =>
  (request.primaryEntityName === tables.message.logicalName ? answerMessageJob : answerStep)(ports, request);

/** Who answers which message: custom APIs of the solution by name, and the messages its steps are registered for. */
const answers: Readonly<Record<string, Answer>> = {
  [customApis.syncOpportunity]: answerSync,
  [customApis.previewSync]: answerPreview,
  [customApis.previewChange]: answerPreview,
  [customApis.checkMapping]: answerCheckMapping,
  [customApis.transferMapping]: answerTransferMapping,
  [customApis.receivePartnerCenterEvent]: answerReceivePartnerCenterEvent,
  [customApis.runMaintenance]: answerRunMaintenance,
  [customApis.replay]: answerReplay,
  [customApis.backfill]: answerBackfill,
  [customApis.registerWebhook]: answerRegisterWebhook,
  [customApis.reportWebhookAddress]: answerReportWebhookAddress,
  [customApis.respondToReferral]: answerRespondToReferral,
  [customApis.closeReferral]: answerCloseReferral,
  [customApis.resolveConflict]: answerResolveConflict,
  [customApis.moveReferral]: answerMoveReferral,
  [customApis.connect]: answerConnect,
  [customApis.checkHealth]: answerCheckHealth,
  [customApis.raiseAlerts]: answerRaiseAlerts,
  [customApis.getRecordDetails]: answerInsights,
  [customApis.getRecordSummary]: answerInsights,
  [customApis.getKeySalesInfo]: answerInsights,
  Create: answerRowChange,
  Update: answerRowChange,
  Delete: answerStep,
};

/** Gives every message of the solution to its flow. */
export const answerRequest = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const answer = Object.hasOwn(answers, request.messageName) ? answers[request.messageName] : undefined;
  if (answer === undefined) return notUnderstood(request.messageName);
  try {
    return await requireApproval(ports, request, () => answer(ports, request));
  } catch (failure) {
    if (failure instanceof SettingsUnreadable) return refuse(failure.failure, request);
    throw failure;
  }
};
