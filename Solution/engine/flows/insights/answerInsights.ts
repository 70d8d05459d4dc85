import { done } from "../../domain/failure/Outcome";
import type { DealFacts } from "../../domain/insights/DealFacts";
import {
  toKeySalesInfo,
  toRecordSummary,
  toRelatedRecords,
  type InsightView,
} from "../../domain/insights/salesInsights";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { customApis } from "../../domain/schema";
import { isGuid } from "../../domain/values/guid";
import type { JsonObject } from "../../domain/values/Json";
import type { InsightTable } from "../../ports/InsightStore";
import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { guidOf, instantOf, numberOf, textOf } from "../inputs";

const tables: readonly string[] = ["opportunity", "lead", "account", "contact"] satisfies InsightTable[];

/** As many as are given where nobody says how many; the platform may say nought for whoever says nothing. */
const usual = 10;
const most = 50;

/** Answers `cosell_GetRecordDetails`, `cosell_GetRecordSummary` and `cosell_GetKeySalesInfo`. */
export const answerInsights = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { inputParameters, messageName, now } = request;
  const table = textOf(inputParameters, "RecordType").toLowerCase();
  const id = guidOf(inputParameters["RecordId"]);
  // Other tables, and identifiers of other systems, have no deals here; the one who asks takes no failure for that.
  const isKnown = tables.includes(table) && isGuid(id);
  const deals = isKnown ? await ports.insights.dealsOf(table as InsightTable, id) : done([]);
  if (deals.kind === "failed") return refuse(deals.failure, request);
  const { cloudProfile } = await ports.settings.remembered();
  const isLocal = toCloudProfile(cloudProfile)?.isLocal === true;
  const view = { now, isLocal, namesDeals: table === "account" || table === "contact" };
  return respond(paged(itemsOf(messageName, deals.value, view, inputParameters), inputParameters));
};

const itemsOf = (
  messageName: string,
  deals: readonly DealFacts[],
  view: InsightView,
  parameters: JsonObject,
): readonly object[] => {
  if (messageName === customApis.getRecordDetails) return toRelatedRecords(deals, view);
  if (messageName === customApis.getKeySalesInfo) return toKeySalesInfo(deals, view);
  const from = instantOf(parameters, "StartDateTime") ?? "";
  const until = instantOf(parameters, "EndDateTime") ?? "9999";
  return toRecordSummary(deals, view).filter(({ dateTime }) => dateTime >= from && dateTime <= until);
};

const paged = (
  items: readonly object[],
  parameters: JsonObject,
): { value: readonly object[]; hasMoreResults: boolean } => {
  const skip = Math.max(0, numberOf(parameters, "Skip") ?? 0);
  const top = numberOf(parameters, "Top") ?? 0;
  const end = skip + Math.min(most, top > 0 ? top : usual);
  return { value: items.slice(skip, end), hasMoreResults: items.length > end };
};
