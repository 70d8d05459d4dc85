import { isJsonObject, type JsonObject } from "../../domain/values/Json";
import {
  metRunCode,
  toMessageKey,
  toReferralSubject,
  type Direction,
  type Message,
  type MessageSubject,
} from "../../domain/maintenance/Message";
import { choices, columns, tables } from "../../domain/schema";
import type { Instant } from "../../domain/values/instant";
import { parseJson } from "../../domain/values/parseJson";
import type { RowReader } from "./DataverseRow";
import { fetchXml } from "./fetchXml";

const { logicalName: table, primaryId, primaryName } = tables.message;
const { message } = columns;

const { condition } = fetchXml;

const query = (limit: number, filter: string, order: string): string =>
  `<fetch top="${limit}"><entity name="${table}">` +
  fetchXml.attributes([
    primaryId,
    primaryName,
    "versionnumber",
    message.subject,
    message.state,
    message.attempts,
    message.nextAttemptOn,
    message.failureCode,
    message.payload,
    message.linkId,
  ]) +
  `<filter>${filter}</filter><order attribute="${order}"/></entity></fetch>`;

const { waiting, parked } = choices.messageState;

export const messageQueries = {
  due: (now: Instant, direction: Direction, limit: number, early: readonly string[]): string => {
    const isDue = condition(message.nextAttemptOn, "le", now);
    return query(
      limit,
      condition(message.state, "eq", waiting) +
        condition(message.direction, "eq", choices.direction[direction]) +
        (early.length === 0 ? isDue : fetchXml.either([isDue, fetchXml.isOneOf(message.failureCode, early)])),
      message.nextAttemptOn,
    );
  },
  byId: (id: string): string => query(1, condition(primaryId, "eq", id), primaryId),
  thatMetRun: (referralIds: readonly string[]): string =>
    query(
      referralIds.length,
      condition(message.state, "eq", waiting) +
        condition(message.failureCode, "eq", metRunCode) +
        fetchXml.isOneOf(
          message.idempotencyKey,
          referralIds.map((id) => toMessageKey(toReferralSubject(id))),
        ),
      message.nextAttemptOn,
    ),
  parkedBefore: (before: Instant, codes: readonly string[], limit: number): string =>
    query(
      limit,
      condition(message.state, "eq", parked) +
        fetchXml.isOneOf(message.failureCode, codes) +
        condition("modifiedon", "lt", before),
      "modifiedon",
    ),
  inWindow: (from: Instant, until: Instant, limit: number): string =>
    query(
      limit,
      fetchXml.isOneOf(message.state, [waiting, parked]) +
        condition("modifiedon", "ge", from) +
        condition("modifiedon", "le", until),
      "modifiedon",
    ),
} as const;

const subjectTables: readonly MessageSubject["table"][] = ["opportunity", "lead", "referral"];

const readState = (choice: number | null): Message["state"] => {
  if (choice === parked) return "parked";
  return choice === choices.messageState.done ? "done" : "waiting";
};

const readPayload = (text: string): JsonObject => {
  const payload = parseJson(text);
  return isJsonObject(payload) ? payload : {};
};

/** The message in a row; null for one whose subject a person or a later version wrote otherwise. */
export const readMessage = ({ text, choice, reference }: RowReader): Message | null => {
  const [name, id = ""] = text(message.subject).split("/");
  const subjectTable = subjectTables.find((known) => known === name);
  if (subjectTable === undefined || id === "") return null;
  return {
    id: text(primaryId),
    rowVersion: text("versionnumber"),
    subject: { table: subjectTable, id: id.toLowerCase(), name: text(primaryName) },
    linkId: reference(message.linkId)?.id ?? null,
    state: readState(choice(message.state)),
    attempts: Number(text(message.attempts) || "0"),
    nextAttemptOn: text(message.nextAttemptOn) || null,
    failureCode: text(message.failureCode) || null,
    payload: readPayload(text(message.payload)),
  };
};
