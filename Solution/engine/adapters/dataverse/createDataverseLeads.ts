import { done, failed } from "../../domain/failure/Outcome";
import { failureWithDetail, type Failure } from "../../domain/failure/Failure";
import { columns, tables } from "../../domain/schema";
import { toChoice } from "../../domain/sync/syncStatus";
import type { Json } from "../../domain/values/Json";
import type { Customize } from "../../ports/Customize";
import type { DealChanges, DealClosing, RecordStore } from "../../ports/RecordStore";
import type { Host } from "../host/Host";
import { tagged, toRow, type RowReference } from "./DataverseRow";
import type { People } from "./createUserLookup";
import type { ReadColumns } from "./columns/createColumnReader";
import { fitUpdate } from "./columns/fitAttributes";
import { fetchAll, firstOf } from "./fetchRows";
import { findCurrency } from "./findCurrency";
import { readRowVersion } from "./readRowVersion";
import { readLead, readLeadRecord } from "./readLead";
import { readLink } from "./readLink";
import { isAbsent, toDataverseFailure } from "./toDataverseFailure";
import { aliases } from "./toOpportunityQuery";
import { toLeadQuery } from "./toLeadQuery";

const { logicalName: table, primaryId } = tables.lead;
const own = columns.lead;

/** State and status of a lead that went well, and of one that is lost. */
const endings: Readonly<Record<DealClosing["outcome"], readonly [state: number, status: number]>> = {
  won: [1, 3],
  lost: [2, 4],
};

const orNull = (text: string): Json => (text === "" ? null : text);

const valueAttributes = ({ values = {} }: DealChanges, currency: RowReference | null): Record<string, Json> => ({
  ...(values.name === undefined ? {} : { subject: values.name }),
  ...(values.notes === undefined ? {} : { description: orNull(values.notes) }),
  ...(values.dealValue === undefined
    ? {}
    : { budgetamount: values.dealValue === null ? null : { $t: "money", v: values.dealValue } }),
  ...(values.closeDate === undefined
    ? {}
    : { estimatedclosedate: values.closeDate === null ? null : tagged.instant(`${values.closeDate}T00:00:00.000Z`) }),
  ...(currency === null ? {} : { transactioncurrencyid: tagged.reference(currency.table, currency.id) }),
});

const ownAttributes = (changes: DealChanges): Record<string, Json> => {
  const { name, status, lastSyncedOn, answerDueOn, isSyncOn } = changes;
  const texts = (["referralIdentifier", "referralLink", "microsoftCrmIdentifier", "audit"] as const).flatMap(
    (column): [string, Json][] => {
      const text = changes[column];
      return text === undefined ? [] : [[own[column], orNull(text)]];
    },
  );
  return {
    ...(name === undefined ? {} : { subject: name }),
    ...(status === undefined ? {} : { [own.syncStatus]: tagged.choice(toChoice(status)) }),
    ...(lastSyncedOn === undefined
      ? {}
      : { [own.lastSyncedOn]: lastSyncedOn === null ? null : tagged.instant(lastSyncedOn) }),
    ...(answerDueOn === undefined
      ? {}
      : { [own.answerDueOn]: answerDueOn === null ? null : tagged.instant(answerDueOn) }),
    ...(isSyncOn === undefined ? {} : { [own.syncWithPartnerCenter]: true }),
    ...Object.fromEntries(texts),
  };
};

const closingAttributes = ({ outcome }: DealClosing): Record<string, Json> => {
  const [state, status] = endings[outcome];
  return { statecode: tagged.choice(state), statuscode: tagged.choice(status) };
};

const update = async (
  host: Host,
  id: string,
  attributes: Record<string, Json>,
  ifMatch: string | null,
): Promise<Failure | null> => {
  const entity = toRow(table, attributes, id);
  const version = ifMatch === null ? {} : { ifMatch };
  const answer = await host.call("org.update", { entity, ...version, as: "system" });
  return answer.ok ? null : toDataverseFailure(answer);
};

/** Leads over the bridge. */
export const createDataverseLeads = (
  host: Host,
  people: People,
  customize: Customize,
  read: ReadColumns,
): RecordStore => {
  return {
    isVisibleToUser: async (id) => {
      const answer = await host.call("org.retrieve", { table, id, columns: [primaryId], as: "user" });
      if (answer.ok) return done(true);
      const failure = toDataverseFailure(answer);
      return isAbsent(answer) || failure.code === "dataverse.noRight" ? done(false) : failed(failure);
    },

    readVersion: (id) => readRowVersion(host, table, primaryId, id),

    load: async (id, _settings, ownerAndCurrency) => {
      const row = firstOf(await fetchAll(host, toLeadQuery(id)));
      if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
      const reader = row.value;
      // A lead that became an opportunity has given its referral over to that.
      if (reader.reference(`${aliases.link}.${columns.link.opportunityId}`) !== null) return done(null);
      const record = readLeadRecord(reader);
      const currency = reader.reference("transactioncurrencyid");
      const isWhole = currency !== null && (record.isSyncOn || ownerAndCurrency === "always");
      const code = isWhole ? await people.currencyCode(currency) : done("");
      if (code.kind === "failed") return code;
      return done({ opportunity: readLead(reader, code.value ?? ""), record, link: readLink(reader) });
    },

    save: async (record, changes, { customizeApi }) => {
      const currency = changes.values?.currency ?? "";
      const known = await findCurrency(host, currency);
      if (known.kind === "failed") return known.failure;
      if (currency !== "" && known.value === null) return failureWithDetail("referral.currencyUnknown", currency);
      const brought = valueAttributes(changes, known.value);
      const api = Object.keys(brought).length > 0 ? customizeApi : "";
      const referral = changes.referral ?? {};
      const customized = await customize(api, { table, operation: "update", record: brought, referral });
      if (customized.kind === "failed") return customized.failure;
      const values = await fitUpdate(table, customized.value, read);
      const isGuarded = Object.keys(values).length > 0 || changes.close !== undefined;
      const attributes = { ...values, ...ownAttributes(changes) };
      const refusal =
        Object.keys(attributes).length === 0
          ? null
          : await update(host, record.id, attributes, isGuarded ? record.rowVersion : null);
      if (refusal !== null || changes.close === undefined) return refusal;
      // By itself and last: a closed lead takes no other change.
      return update(host, record.id, closingAttributes(changes.close), null);
    },
  };
};
