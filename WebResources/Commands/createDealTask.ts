import { customApis } from "../../Solution/engine/domain/schema";
import type { CallResult, DataClient, Row } from "../shared/forms/DataClient";
import type { NoticeSettings } from "../shared/forms/toNotice";
import { toDealParameter, type DealTable } from "../../PcfControls/shared/deal/DealKey";
import type { Deal } from "./Deal";
import { doesSomething, type DealCommand } from "./dealCommands";
import type { Platform } from "./Platform";
import { readDeals } from "./readDeals";
import { dealQuestion, strings } from "./strings";
import type { Task } from "./Task";
import { toOutcome } from "./toOutcome";

/** Commands that the server carries out; the others need the browser only. */
export type ServerCommand = Exclude<DealCommand, "openInPartnerCenter" | "copyReferralId">;

export interface DealTaskParts {
  client: DataClient;
  platform: Platform;
  settings: () => Promise<NoticeSettings>;
}

/** One command for opportunities or leads. */
export const createDealTask = (
  { client, platform, settings }: DealTaskParts,
  table: DealTable,
  command: ServerCommand,
): Task<Deal> => ({
  words: strings.deals[command],
  find: async (ids) => {
    const found = await readDeals(client, table, ids);
    if (found.kind === "failed") return found;
    return { kind: "done", value: found.value.filter((deal) => doesSomething(command, deal)) };
  },
  ask: (deals, leftOut) => ask(platform, command, deals, leftOut),
  carryOut: async (deal, reason) => toOutcome(await call(client, command, deal, reason), await settings()),
});

const requests: Readonly<Record<ServerCommand, (deal: Deal, reason: string) => readonly [api: string, more: Row]>> = {
  sync: () => [customApis.syncOpportunity, {}],
  accept: () => [customApis.respondToReferral, { Answer: "accept" }],
  decline: (_deal, reason) => [customApis.respondToReferral, { Answer: "decline", Reason: reason }],
  closeWon: () => [customApis.closeReferral, { Outcome: "won" }],
  closeLost: (_deal, reason) => [customApis.closeReferral, { Outcome: "lost", Reason: reason }],
};

const call = (client: DataClient, command: ServerCommand, deal: Deal, reason: string): Promise<CallResult<Row>> => {
  const [api, more] = requests[command](deal, reason);
  return client.execute(api, { ...toDealParameter(deal), ...more });
};

const nothingAsked = "";

/** What cannot be taken back, and what is done to many at once, is asked before. */
const ask = async (
  platform: Platform,
  command: ServerCommand,
  deals: readonly Deal[],
  leftOut: number,
): Promise<string | null> => {
  const [first] = deals;
  const about = deals.length === 1 && first ? first.name : strings.manyDeals(deals.length);
  if (command === "decline" || command === "closeLost") return platform.askReason({ kind: command, about });
  const isMany = deals.length + leftOut > 1;
  if (command === "sync" || (command === "accept" && !isMany)) return nothingAsked;
  const agreed = await platform.confirm(dealQuestion(command, about, leftOut));
  return agreed ? nothingAsked : null;
};
