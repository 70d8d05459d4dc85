import { fitText } from "../../domain/columns/fitText";
import type { Instant } from "../../domain/values/instant";
import type { Json, JsonObject } from "../../domain/values/Json";
import { toFailureWords, type Failure } from "../../domain/failure/Failure";
import { toAdministratorWords } from "../../domain/failure/toAdministratorWords";
import { failureKind } from "../../domain/failure/failureKinds";
import { directionOf, toMessageKey, type MessageSubject } from "../../domain/maintenance/Message";
import { done, failed } from "../../domain/failure/Outcome";
import { choices, columns, tables } from "../../domain/schema";
import type { MessageStore, PostponedWork } from "../../ports/MessageStore";
import { isOvertaken, toDataverseFailure } from "./toDataverseFailure";
import { tagged, toRow } from "./DataverseRow";
import { fetchAll } from "./fetchRows";
import { messageQueries, readMessage } from "./readMessage";
import type { Host } from "../host/Host";

const { logicalName: table, primaryName } = tables.message;
const { message } = columns;
const maxNameChars = 200;
const maxDetailChars = 10_000;

const names = { opportunity: "Opportunity", lead: "Lead", referral: "Referral" } as const;

type Subject = Pick<MessageSubject, "table" | "id" | "name">;

/** What an operator does once the cause is gone. */
const replayAfterwards = "Afterwards call cosell_Replay for this message, or save the record.";

const toName = (subject: Subject): string => fitText(subject.name, maxNameChars) || names[subject.table];

/** What every message says of what it is about. */
const toAbout = (subject: Subject): Record<string, Json> => ({
  [primaryName]: toName(subject),
  [message.direction]: tagged.choice(choices.direction[directionOf(subject)]),
  [message.subject]: `${subject.table}/${subject.id}`,
});

const toLookups = (subject: MessageSubject, linkId: string | null): Record<string, Json> => ({
  ...(linkId === null ? {} : { [message.linkId]: tagged.reference(tables.link.logicalName, linkId) }),
  ...(subject.table === "opportunity" ? { [message.opportunityId]: tagged.reference("opportunity", subject.id) } : {}),
  ...(subject.table === "lead" ? { [message.leadId]: tagged.reference("lead", subject.id) } : {}),
  ...(subject.ownerId === "" ? {} : { ownerid: tagged.reference(subject.ownerTable, subject.ownerId) }),
});

const toAttributes = ({ record, linkId, attempts, failure, nextAttemptOn, payload }: PostponedWork): JsonObject => {
  const isParked = nextAttemptOn === null;
  const { owner, words } = failureKind(failure.code);
  const fix = isParked
    ? `${toAdministratorWords(failure.code).fix} ${replayAfterwards}`
    : toFailureWords(failure.code, { nextAttemptOn }).fix;
  return {
    ...toAbout(record),
    [message.state]: tagged.choice(isParked ? choices.messageState.parked : choices.messageState.waiting),
    [message.parkedFor]: isParked ? tagged.choice(choices.failureOwner[owner]) : null,
    [message.attempts]: attempts,
    [message.nextAttemptOn]: isParked ? null : tagged.instant(nextAttemptOn),
    [message.failureCode]: failure.code,
    [message.detail]: fitText([words, fix, failure.detail ?? ""].join("\n").trim(), maxDetailChars),
    [message.payload]: JSON.stringify(payload ?? {}),
    ...toLookups(record, linkId),
  };
};

const toLease = (until: Instant, payload: JsonObject | undefined): JsonObject => ({
  [message.state]: tagged.choice(choices.messageState.waiting),
  [message.nextAttemptOn]: tagged.instant(until),
  ...(payload === undefined ? {} : { [message.payload]: JSON.stringify(payload) }),
});

/** Messages over the bridge. */
export const createDataverseMessages = (host: Host): MessageStore => {
  const upsert = async (subject: Subject, attributes: JsonObject): Promise<Failure | null> => {
    const key = toMessageKey(subject);
    const row = toRow(table, { [message.idempotencyKey]: key, ...attributes });
    const answer = await host.call("org.execute", {
      message: "Upsert",
      parameters: { Target: { ...row, keys: { [message.idempotencyKey]: key } } },
      as: "system",
    });
    return answer.ok ? null : toDataverseFailure(answer);
  };

  const fetch = async (fetchXml: string) => {
    const rows = await fetchAll(host, fetchXml);
    return rows.kind === "failed" ? rows : done(rows.value.flatMap((row) => readMessage(row) ?? []));
  };

  return {
    postpone: (work) => upsert(work.record, toAttributes(work)),

    leaveToJob: (subject, until, payload = {}) =>
      upsert(subject, {
        ...toAbout(subject),
        ...toLease(until, payload),
        [message.parkedFor]: null,
        [message.jobUntil]: tagged.instant(until),
      }),

    settle: (subject) =>
      upsert(subject, {
        [primaryName]: toName(subject),
        [message.state]: tagged.choice(choices.messageState.done),
        [message.parkedFor]: null,
        [message.nextAttemptOn]: null,
        [message.failureCode]: null,
      }),

    due: (now, direction, limit, early) => fetch(messageQueries.due(now, direction, limit, early)),

    byId: async (id) => {
      const found = await fetch(messageQueries.byId(id));
      return found.kind === "failed" ? found : done(found.value[0] ?? null);
    },

    thatMetRun: (referralIds) => fetch(messageQueries.thatMetRun(referralIds)),

    parkedBefore: (before, codes, limit) => fetch(messageQueries.parkedBefore(before, codes, limit)),

    inWindow: (from, until, limit) => fetch(messageQueries.inWindow(from, until, limit)),

    lease: async ({ id, rowVersion }, until, payload) => {
      const answer = await host.call("org.update", {
        entity: toRow(table, toLease(until, payload), id),
        ifMatch: rowVersion,
        as: "system",
      });
      if (answer.ok) return done(true);
      return isOvertaken(answer) ? done(false) : failed(toDataverseFailure(answer));
    },
  };
};
