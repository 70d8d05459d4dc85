import { proposedRecord } from "../../Solution/engine/domain/match/Proposal";
import { choices, columns, customApis, tables } from "../../Solution/engine/domain/schema";
import type { CallResult, DataClient, Row } from "../shared/forms/DataClient";
import type { RowCommand } from "./CommandName";
import type { DealTaskParts } from "./createDealTask";
import { readByIds } from "./readByIds";
import { decideQuestion, strings } from "./strings";
import type { Task, TaskItem } from "./Task";
import { toOutcome } from "./toOutcome";
import { toReplayOutcome } from "./toReplayOutcome";

const { conflict, link, message } = columns;

/** One command for rows of the connector's own tables. Tables with nothing to do have no rows for it. */
export const createRowTask = (parts: DealTaskParts, table: string, command: RowCommand): Task => {
  if (command !== "replay") return conflictTask(parts, command);
  return table === tables.link.logicalName ? linkTask(parts) : messageTask(parts);
};

interface RowSource {
  table: { entitySetName: string; primaryId: string; primaryName: string };
  columns: readonly string[];
  isWanted: (row: Row) => boolean;
}

const nothingAsked = "";

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const findRows = async <Item extends TaskItem>(
  client: DataClient,
  source: RowSource,
  ids: readonly string[],
  toItem: (row: Row, item: TaskItem) => Item,
): Promise<CallResult<Item[]>> => {
  const { table, isWanted } = source;
  const rows = await readByIds(client, table, [table.primaryName, ...source.columns], ids);
  if (rows.kind === "failed") return rows;
  const items = rows.value
    .filter(isWanted)
    .map((row) => toItem(row, { id: toText(row[table.primaryId]), name: toText(row[table.primaryName]) }));
  return { kind: "done", value: items };
};

/** Decides which value both sides take. */
const conflictTask = (
  { client, platform, settings }: DealTaskParts,
  command: "keepDynamics365" | "takePartnerCenter",
): Task => ({
  words: strings.rows[command],
  find: (ids) =>
    findRows(
      client,
      {
        table: tables.conflict,
        columns: [conflict.state, conflict.field],
        // Whether two records are one deal is said on their forms.
        isWanted: (row) =>
          row[conflict.state] === choices.conflictState.open && proposedRecord(toText(row[conflict.field])) === null,
      },
      ids,
      (_row, item) => item,
    ),
  ask: async (items, leftOut) => {
    if (items.length + leftOut === 1) return nothingAsked;
    return (await platform.confirm(decideQuestion(command, items.length, leftOut))) ? nothingAsked : null;
  },
  carryOut: async ({ id }) => {
    const Decision = command === "keepDynamics365" ? "dynamics365" : "partnerCenter";
    return toOutcome(await client.execute(customApis.resolveConflict, { ConflictId: id, Decision }), await settings());
  },
});

/** Does the work of messages again. */
const messageTask = ({ client }: DealTaskParts): Task => ({
  words: strings.rows.replay,
  find: (ids) =>
    findRows(
      client,
      {
        table: tables.message,
        columns: [message.state],
        isWanted: (row) => row[message.state] !== choices.messageState.done,
      },
      ids,
      (_row, item) => item,
    ),
  ask: () => Promise.resolve(nothingAsked),
  carryOut: async ({ id }) => toReplayOutcome(await client.execute(customApis.replay, { MessageId: id })),
});

interface LinkItem extends TaskItem {
  parameters: Row;
}

/** Compares both sides of linked deals anew. */
const linkTask = ({ client }: DealTaskParts): Task<LinkItem> => {
  const [opportunity, lead] = [`_${link.opportunityId}_value`, `_${link.leadId}_value`];
  const parametersOf = (row: Row): Row =>
    toText(row[opportunity]) === "" ? { LeadId: row[lead] } : { OpportunityId: row[opportunity] };
  return {
    words: strings.rows.replayLink,
    find: (ids) =>
      findRows(
        client,
        {
          table: tables.link,
          columns: [opportunity, lead],
          isWanted: (row) => toText(row[opportunity]) !== "" || toText(row[lead]) !== "",
        },
        ids,
        (row, item) => ({ ...item, parameters: parametersOf(row) }),
      ),
    ask: () => Promise.resolve(nothingAsked),
    carryOut: async ({ parameters }) => toReplayOutcome(await client.execute(customApis.replay, parameters)),
  };
};
