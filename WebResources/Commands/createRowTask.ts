import { proposedRecord } from "../../Solution/engine/domain/match/Proposal";
import { choices, columns, customApis, tables } from "../../Solution/engine/domain/schema";
import { toDealParameter, type DealKey } from "../../PcfControls/shared/deal/DealKey";
import type { CallResult, DataClient, Row } from "../shared/forms/DataClient";
import type { RowCommand } from "./CommandName";
import type { DealTaskParts } from "./createDealTask";
import { readByIds } from "./readByIds";
import { decideQuestion, moveQuestion, strings, takeOffQuestion, undoQuestion } from "./strings";
import type { Task, TaskItem } from "./Task";
import { toOutcome } from "./toOutcome";
import { toReplayOutcome } from "./toReplayOutcome";

const { conflict, link, message } = columns;

/** One command for rows of the connector's own tables. Tables with nothing to do have no rows for it. */
export const createRowTask = (parts: DealTaskParts, table: string, command: RowCommand): Task => {
  switch (command) {
    case "replay":
      return table === tables.link.logicalName ? linkTask(parts) : messageTask(parts);
    case "moveReferral":
      return moveTask(parts);
    case "takeOffReferral":
      return takeOffTask(parts);
    case "undoDecision":
      return undoTask(parts);
    case "keepDynamics365":
    case "takePartnerCenter":
      return conflictTask(parts, command);
  }
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

/** Decisions for one of the two sides, and those about two records. */
const undoable: readonly unknown[] = [
  choices.conflictDecision.keptTheValueOfDynamics365,
  choices.conflictDecision.tookTheValueOfPartnerCenter,
  choices.conflictDecision.theSameDeal,
  choices.conflictDecision.anotherDeal,
];

/** Takes back what was decided, after a question: both sides change. */
const undoTask = ({ client, platform, settings }: DealTaskParts): Task => ({
  words: strings.rows.undoDecision,
  find: (ids) =>
    findRows(
      client,
      {
        table: tables.conflict,
        columns: [conflict.state, conflict.decision],
        isWanted: (row) =>
          row[conflict.state] === choices.conflictState.decided && undoable.includes(row[conflict.decision]),
      },
      ids,
      (_row, item) => item,
    ),
  ask: async (items, leftOut) => ((await platform.confirm(undoQuestion(items.length, leftOut))) ? nothingAsked : null),
  carryOut: async ({ id }) =>
    toOutcome(await client.execute(customApis.resolveConflict, { ConflictId: id, Decision: "undo" }), await settings()),
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
  /** Null where no record has the referral. */
  deal: DealKey | null;
}

const [opportunity, lead] = [`_${link.opportunityId}_value`, `_${link.leadId}_value`];

/** An opportunity that was made of a lead has the referral, though the link may name both. */
const toDeal = (row: Row): DealKey | null => {
  const [opportunityId, leadId] = [toText(row[opportunity]), toText(row[lead])];
  if (opportunityId !== "") return { table: "opportunity", id: opportunityId };
  return leadId === "" ? null : { table: "lead", id: leadId };
};

const findLinks = (
  client: DataClient,
  ids: readonly string[],
  isWanted: (row: Row) => boolean,
): Promise<CallResult<LinkItem[]>> => {
  const columnsOfLink = [opportunity, lead, link.referralIdentifier];
  return findRows(client, { table: tables.link, columns: columnsOfLink, isWanted }, ids, (row, item) => ({
    ...item,
    deal: toDeal(row),
  }));
};

/** Compares both sides of linked deals anew. */
const linkTask = ({ client }: DealTaskParts): Task<LinkItem> => ({
  words: strings.rows.replayLink,
  find: (ids) => findLinks(client, ids, (row) => toDeal(row) !== null),
  ask: () => Promise.resolve(nothingAsked),
  carryOut: async ({ deal }) =>
    toReplayOutcome(await client.execute(customApis.replay, deal === null ? {} : toDealParameter(deal))),
});

const hasReferral = (row: Row): boolean => toText(row[link.referralIdentifier]) !== "";

/** Gives the referral of one link to another record, which the user chooses. */
const moveTask = ({ client, platform, settings }: DealTaskParts): Task<LinkItem> => ({
  words: strings.rows.moveReferral,
  find: (ids) => findLinks(client, ids, hasReferral),
  ask: async ([item]) => {
    const { deal = null } = item ?? {};
    const chosen = await platform.chooseRow(deal === null ? (["opportunity", "lead"] as const) : [deal.table]);
    if (item === undefined || chosen === null) return null;
    const agreed = await platform.confirm(moveQuestion(item.name, chosen.name));
    return agreed ? JSON.stringify(toDealParameter(chosen)) : null;
  },
  carryOut: async ({ id }, to) => {
    const parameters = { LinkId: id, ...(JSON.parse(to) as Row) };
    return toOutcome(await client.execute(customApis.moveReferral, parameters), await settings());
  },
});

/** Takes referrals off the records that have them. */
const takeOffTask = ({ client, platform, settings }: DealTaskParts): Task<LinkItem> => ({
  words: strings.rows.takeOffReferral,
  find: (ids) => findLinks(client, ids, (row) => hasReferral(row) && toDeal(row) !== null),
  ask: async (items, leftOut) =>
    (await platform.confirm(takeOffQuestion(items.length, leftOut))) ? nothingAsked : null,
  carryOut: async ({ id }) =>
    toOutcome(await client.execute(customApis.moveReferral, { LinkId: id }), await settings()),
});
