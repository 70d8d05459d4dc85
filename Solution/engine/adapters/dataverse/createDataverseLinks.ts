import { fitText } from "../../domain/columns/fitText";
import type { Json, JsonObject } from "../../domain/values/Json";
import { parseLinkMemory, printLinkMemory, type LinkState } from "../../domain/link/Link";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { columns, tables } from "../../domain/schema";
import { toChoice } from "../../domain/sync/syncStatus";
import type { LeaseAnswer, LeaseClaim, LinkStore } from "../../ports/LinkStore";
import { isOvertaken, toDataverseFailure } from "./toDataverseFailure";
import { fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import { tagged, toRow } from "./DataverseRow";
import type { Instant } from "../../domain/values/instant";
import type { Host, HostAnswer } from "../host/Host";

const { logicalName: table, primaryName } = tables.link;
const { link } = columns;

/** Characters a link's name takes. */
const maxNameChars = 200;

const orNull = (instant: Instant | null): Json => (instant === null ? null : tagged.instant(instant));

/** Owner of a lease that a run leaves behind on purpose. */
const unfinished = "unfinished";

const toAttributes = (state: LinkState, unfinishedOn: Instant | null): Record<string, Json> => ({
  [link.referralIdentifier]: state.referralId,
  [link.engagementIdentifier]: state.engagementId,
  [link.microsoftReferralIdentifier]: state.microsoftReferralId,
  [link.referralETag]: state.eTag,
  [link.microsoftReferralETag]: state.microsoftETag,
  [link.lastAgreedValues]: printLinkMemory(state.memory),
  [link.syncStatus]: tagged.choice(toChoice(state.status)),
  [link.failureCode]: state.failureCode,
  [link.answerDueOn]: orNull(state.answerDueOn),
  [link.changedThereOn]: orNull(state.changedThereOn),
  [link.callDay]: state.callDay === "" ? null : state.callDay,
  [link.callCount]: state.callCount,
  [link.auditSequence]: state.auditSequence,
  [link.auditHash]: state.auditHash,
  [link.leaseOwner]: unfinishedOn === null ? null : unfinished,
  [link.leaseExpiresOn]: orNull(unfinishedOn),
});

const toLease = ({ leaseOwner, leaseExpiresOn, memory }: LeaseClaim): JsonObject => ({
  [link.lastAgreedValues]: printLinkMemory(memory),
  [link.leaseOwner]: leaseOwner,
  [link.leaseExpiresOn]: tagged.instant(leaseExpiresOn),
});

const answered = <Value>(answer: HostAnswer<Value>, toAnswer: (value: Value) => LeaseAnswer): Outcome<LeaseAnswer> => {
  if (answer.ok) return done(toAnswer(answer.value));
  return isOvertaken(answer) ? done({ kind: "taken" }) : failed(toDataverseFailure(answer));
};

/**
 * Makes the link under its alternate key; being the one who made it is the lease. Upsert instead of Create: inside a
 * transaction a refused Create would spoil everything after it, while an Upsert only says that the row was there already.
 * It carries nothing that would do harm to a row of another run.
 */
const makeLink = async (host: Host, { record }: LeaseClaim): Promise<Outcome<LeaseAnswer>> => {
  const lookup = record.table === "lead" ? link.leadId : link.opportunityId;
  const deal = tagged.reference(record.table, record.id);
  const row = toRow(table, {
    [primaryName]: fitText(record.name || "Opportunity", maxNameChars),
    [lookup]: deal,
    ...(record.ownerId === "" ? {} : { ownerid: tagged.reference(record.ownerTable, record.ownerId) }),
  });
  const answer = await host.call<{ results: { RecordCreated: boolean; Target: { id: string } } }>("org.execute", {
    message: "Upsert",
    parameters: { Target: { ...row, keys: { [lookup]: deal } } },
    as: "system",
  });
  return answered(answer, ({ results }) =>
    results.RecordCreated ? { kind: "claimed", linkId: results.Target.id } : { kind: "taken" },
  );
};

/** Links over the bridge. */
export const createDataverseLinks = (host: Host): LinkStore => ({
  agreed: async (opportunityId) => {
    const conditions = [
      fetchXml.condition(link.opportunityId, "eq", opportunityId),
      fetchXml.isNull(link.leaseOwner),
      fetchXml.isOneOf(link.syncStatus, [toChoice("inSync"), toChoice("waitingOnMicrosoft")]),
    ];
    const rows = await fetchRows(host, { table, columns: [link.lastAgreedValues], conditions, top: 1 });
    const text = rows.kind === "failed" ? "" : rows.value[0]?.text(link.lastAgreedValues);
    return text ? parseLinkMemory(text).values : null;
  },

  claim: async (claim) => {
    if (claim.link === null) return makeLink(host, claim);
    const { id, rowVersion } = claim.link;
    const moved =
      claim.link.leadId === null ? {} : { [link.opportunityId]: tagged.reference("opportunity", claim.record.id) };
    const entity = toRow(table, { ...toLease(claim), ...moved }, id);
    const answer = await host.call("org.update", { entity, ifMatch: rowVersion, as: "system" });
    return answered(answer, () => ({ kind: "claimed", linkId: id }));
  },

  save: async (linkId, state, unfinishedOn) => {
    const entity = toRow(table, toAttributes(state, unfinishedOn), linkId);
    const answer = await host.call("org.update", { entity, as: "system" });
    return answer.ok ? null : toDataverseFailure(answer);
  },
});
