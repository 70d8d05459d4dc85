import type { Json, JsonObject } from "../../domain/values/Json";
import { failureWithDetail } from "../../domain/failure/Failure";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { Opportunity } from "../../domain/opportunity/Opportunity";
import { customColumns } from "../../domain/fieldMapping/customColumns";
import type { FieldMap } from "../../domain/mapping/fieldMap";
import { columnsOfSettings } from "../../domain/settings/missingColumns";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Link } from "../../domain/link/Link";
import { toOpportunityValues } from "../../domain/mapping/mapReferral";
import type { OpportunityChanges } from "../../domain/opportunity/toOpportunityChanges";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { columns, tables } from "../../domain/schema";
import { toChoice } from "../../domain/sync/syncStatus";
import type { Customize } from "../../ports/Customize";
import type { RecordStore } from "../../ports/RecordStore";
import type { People } from "./createUserLookup";
import { isAbsent, toDataverseFailure } from "./toDataverseFailure";
import { columnAt } from "./columnAt";
import type { ReadColumns } from "./columns/createColumnReader";
import { fitUpdate } from "./columns/fitAttributes";
import type { MappedFetch } from "./createMappedFetch";
import { readCustom, readHostValues, toCustomAttributes } from "./customValues";
import { createRowReader, tagged, toRow, type RowReader } from "./DataverseRow";
import type { Host } from "../host/Host";
import { toOpportunityQuery } from "./toOpportunityQuery";
import { closeOpportunity } from "./closeOpportunity";
import { findCurrency } from "./findCurrency";
import { saveContact } from "./saveContact";
import { saveSolutions } from "./saveSolutions";
import { toValueAttributes } from "./toValueAttributes";
import { readRowVersion } from "./readRowVersion";
import { readLeadLink, readLink } from "./readLink";
import { aliasesOf, readOpportunity, readRecord, readSolutionIds, type OwnerAndCurrency } from "./readOpportunity";

const { logicalName: table, primaryId } = tables.opportunity;
const own = columns.opportunity;

const toAttributes = ({
  name,
  status,
  lastSyncedOn,
  answerDueOn,
  isSyncOn,
  ...texts
}: OpportunityChanges): Record<string, Json> => ({
  ...(name === undefined ? {} : { name }),
  ...(status === undefined ? {} : { [own.syncStatus]: tagged.choice(toChoice(status)) }),
  ...(answerDueOn === undefined
    ? {}
    : { [own.answerDueOn]: answerDueOn === null ? null : tagged.instant(answerDueOn) }),
  ...(isSyncOn === undefined ? {} : { [own.syncWithPartnerCenter]: isSyncOn }),
  ...(lastSyncedOn === undefined
    ? {}
    : { [own.lastSyncedOn]: lastSyncedOn === null ? null : tagged.instant(lastSyncedOn) }),
  ...Object.fromEntries(
    (["referralIdentifier", "referralLink", "microsoftCrmIdentifier", "audit"] as const).flatMap((column) => {
      const text = texts[column];
      return text === undefined ? [] : [[own[column], text === "" ? null : text]];
    }),
  ),
});

/** What both sides agreed on last, for values that the user of this request may not see: hidden is not removed. */
const toAgreed = (link: Link | null, fieldMap: FieldMap): OwnerAndCurrency => {
  const { owner, currency } = toOpportunityValues(link?.memory.values ?? {}, fieldMap) as Partial<OwnerAndCurrency>;
  return { owner: owner ?? null, currency: currency ?? "" };
};

/** A team has no name and phone of its own; a currency column is a lookup, or text that holds the code itself. */
const readOwnerAndCurrency = async (
  reader: RowReader,
  settings: SyncSettings,
  people: People,
  link: Link | null,
): Promise<Outcome<OwnerAndCurrency>> => {
  const { fieldMap } = settings;
  const currencyColumn = columnAt("/currency", settings);
  const agreed = toAgreed(link, fieldMap);
  const user = reader.reference("ownerid");
  const currency = reader.reference(currencyColumn);
  const owner = user?.table === "systemuser" ? await people.owner(user) : null;
  if (owner?.kind === "failed") return owner;
  const code = currency === null ? null : await people.currencyCode(currency);
  if (code?.kind === "failed") return code;
  return done({
    owner: owner === null ? null : (owner.value ?? agreed.owner),
    currency: code === null ? reader.text(currencyColumn) : (code.value ?? agreed.currency),
  });
};

/** Columns whose kind a company chooses. */
const valueColumns = (settings: SyncSettings): string[] =>
  ["/dealValue", "/closeDate", "/notes"].map((place) => columnAt(place, settings));

/** What is to be written for values taken over: the row's own columns, after the rows they point to. */
const toTakenAttributes = async (
  host: Host,
  record: SyncRecord,
  values: Partial<Opportunity>,
  { name }: OpportunityChanges,
  settings: SyncSettings,
  read: ReadColumns,
): Promise<Outcome<JsonObject>> => {
  const found = await findCurrency(host, values.currency ?? "");
  if (found.kind === "failed") return found;
  const { value: currency } = found;
  if (values.currency !== undefined && values.currency !== "" && currency === null)
    return failed(failureWithDetail("referral.currencyUnknown", values.currency));
  const custom = toCustomAttributes(table, values.custom ?? {}, settings.fieldMap, record.hostValues);
  if (custom.unwritable.length > 0) return failed(failureWithDetail("dataverse.refused", custom.unwritable.join(", ")));
  const own = toValueAttributes({ record, values, markedAs: name ?? record.name, currency, settings });
  if (values.contact === undefined) return done({ ...custom.attributes, ...own });
  const contact = await saveContact(host, record, values.contact, read);
  return contact.kind === "failed" ? contact : done({ ...custom.attributes, ...own, parentcontactid: contact.value });
};

const isVisibleToUser = async (host: Host, id: string): Promise<Outcome<boolean>> => {
  const answer = await host.call("org.retrieve", { table, id, columns: [primaryId], as: "user" });
  if (answer.ok) return done(true);
  const failure = toDataverseFailure(answer);
  return isAbsent(answer) || failure.code === "dataverse.noRight" ? done(false) : failed(failure);
};

/** What is to be written for changes of Partner Center, as the company's own API leaves it and as the columns hold it. */
type TakeChanges = (
  record: SyncRecord,
  changes: Parameters<RecordStore["save"]>[1],
  settings: SyncSettings,
) => Promise<Outcome<JsonObject>>;

const createTakeChanges =
  (host: Host, customize: Customize, read: ReadColumns): TakeChanges =>
  async (record, changes, settings) => {
    const { values, referral = {} } = changes;
    if (values === undefined) return done({});
    const taken = await toTakenAttributes(host, record, values, changes, settings, read);
    if (taken.kind === "failed") return taken;
    const update = { table, operation: "update", record: taken.value, referral } as const;
    const customized = await customize(settings.customizeApi, update);
    return customized.kind === "failed" ? customized : done(await fitUpdate(table, customized.value, read));
  };

/** Opportunities over the bridge. */
export const createDataverseOpportunities = (
  host: Host,
  people: People,
  mappedFetch: MappedFetch,
  customize: Customize,
  read: ReadColumns,
): RecordStore => {
  const take = createTakeChanges(host, customize, read);
  return {
    isVisibleToUser: (id) => isVisibleToUser(host, id),

    readVersion: (id) => readRowVersion(host, table, primaryId, id),

    load: async (id, settings, ownerAndCurrency) => {
      const wished = customColumns(settings.fieldMap);
      const needed = columnsOfSettings(settings);
      const answer = await mappedFetch(wished, needed, (unknown) => toOpportunityQuery(id, settings, unknown));
      if (answer.kind === "failed") return answer;
      const missingColumns = needed.filter((path) => answer.value.unknown.includes(path));
      const [row] = answer.value.rows;
      const [first, ...others] = answer.value.rows.map(createRowReader);
      if (!row || !first) return done(null);
      const paths = wished.filter((path) => !answer.value.unknown.includes(path));
      const hostValues = readHostValues(row, paths, aliasesOf(first));
      const record = {
        ...readRecord(first),
        hostValues: { ...hostValues, ...readHostValues(row, valueColumns(settings), aliasesOf(first)) },
        solutionIds: readSolutionIds([first, ...others]),
      };
      const link = readLink(first) ?? readLeadLink(first);
      const isWhole = record.isSyncOn || ownerAndCurrency === "always";
      const details = isWhole
        ? await readOwnerAndCurrency(first, settings, people, link)
        : done({ owner: null, currency: "" });
      if (details.kind === "failed") return details;
      const custom = readCustom(row, paths, aliasesOf(first));
      const opportunity = { ...readOpportunity([first, ...others], settings, details.value), custom };
      return done({ opportunity, record, link, missingColumns });
    },

    save: async (record, changes, settings) => {
      const { values, close } = changes;
      const taken = await take(record, changes, settings);
      if (taken.kind === "failed") return taken.failure;
      // Only the topic comes from both, and the taken one has its mark already.
      const { name, ...connectors } = toAttributes(changes);
      const attributes = { ...(name === undefined ? {} : { name }), ...taken.value, ...connectors };
      const isGuarded = values !== undefined || close !== undefined;
      if (Object.keys(attributes).length > 0) {
        const entity = toRow(table, attributes, record.id);
        const version = isGuarded ? { ifMatch: record.rowVersion } : {};
        const answer = await host.call("org.update", { entity, ...version, as: "system" });
        if (!answer.ok) return toDataverseFailure(answer);
      }
      const refusal = values?.solutions === undefined ? null : await saveSolutions(host, record, values.solutions);
      if (refusal !== null || close === undefined) return refusal;
      return closeOpportunity(host, record, close);
    },
  };
};
