import type { JsonObject } from "../../domain/values/Json";
import type { Failure } from "../../domain/failure/Failure";
import { failureKind } from "../../domain/failure/failureKinds";
import type { OpportunityRecord } from "../../domain/opportunity/OpportunityRecord";
import { choices, columns, tables } from "../../domain/schema";
import type { MessageStore } from "../../ports/MessageStore";
import { toDataverseFailure } from "./toDataverseFailure";
import { tagged, toRow } from "./DataverseRow";
import type { Host } from "../host/Host";

const { logicalName: table, primaryName } = tables.message;
const { message } = columns;
const maxNameChars = 200;
const maxDetailChars = 10_000;

const subjectOf = ({ id }: OpportunityRecord): string => `${tables.opportunity.logicalName}/${id}`;

const toName = ({ name }: OpportunityRecord): string => (name || "Opportunity").slice(0, maxNameChars);

/** Messages over the bridge. */
export const createDataverseMessages = (host: Host): MessageStore => {
  const upsert = async (record: OpportunityRecord, attributes: JsonObject): Promise<Failure | null> => {
    const key = `${subjectOf(record)}/toPartnerCenter`;
    const row = toRow(table, { [message.idempotencyKey]: key, ...attributes });
    const answer = await host.call("org.execute", {
      message: "Upsert",
      parameters: { Target: { ...row, keys: { [message.idempotencyKey]: key } } },
      as: "system",
    });
    return answer.ok ? null : toDataverseFailure(answer);
  };

  return {
    postpone: ({ record, linkId, attempts, failure, nextAttemptOn }) =>
      upsert(record, {
        [primaryName]: toName(record),
        [message.direction]: tagged.choice(choices.direction.toPartnerCenter),
        [message.subject]: subjectOf(record),
        [message.state]: tagged.choice(
          nextAttemptOn === null ? choices.messageState.parked : choices.messageState.waiting,
        ),
        [message.attempts]: attempts,
        [message.nextAttemptOn]: nextAttemptOn === null ? null : tagged.instant(nextAttemptOn),
        [message.failureCode]: failure.code,
        [message.detail]: `${failureKind(failure.code).words}\n${failure.cause}`.slice(0, maxDetailChars),
        [message.linkId]: tagged.reference(tables.link.logicalName, linkId),
        ...(record.ownerId === "" ? {} : { ownerid: tagged.reference(record.ownerTable, record.ownerId) }),
      }),
    settle: (record) =>
      upsert(record, {
        [primaryName]: toName(record),
        [message.state]: tagged.choice(choices.messageState.done),
        [message.nextAttemptOn]: null,
        [message.failureCode]: null,
      }),
  };
};
