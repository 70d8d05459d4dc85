import type { Json } from "../../domain/values/Json";
import { customColumns } from "../../domain/fieldMapping/customColumns";
import type { FieldMap } from "../../domain/mapping/fieldMap";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Link } from "../../domain/link/Link";
import { toOpportunityValues } from "../../domain/mapping/mapReferral";
import type { OpportunityChanges } from "../../domain/opportunity/toOpportunityChanges";
import { done, failed } from "../../domain/failure/Outcome";
import { columns, tables } from "../../domain/schema";
import { toChoice } from "../../domain/sync/syncStatus";
import type { DealStore } from "../../ports/DealStore";
import type { People } from "./createPeople";
import { isAbsent, toDataverseFailure } from "./toDataverseFailure";
import { columnAt } from "./columnAt";
import type { MappedFetch } from "./createMappedFetch";
import { readCustom, readHostValues } from "./customValues";
import { createRowReader, tagged, toRow, type RowReader } from "./DataverseRow";
import type { Host } from "../host/Host";
import { toOpportunityQuery } from "./toOpportunityQuery";
import { readLink } from "./readLink";
import { aliasesOf, readOpportunity, readRecord, type OwnerAndCurrency } from "./readOpportunity";

const { logicalName: table, primaryId } = tables.opportunity;
const own = columns.opportunity;

const toAttributes = ({ name, status, lastSyncedOn, ...texts }: OpportunityChanges): Record<string, Json> => ({
  ...(name === undefined ? {} : { name }),
  ...(status === undefined ? {} : { [own.syncStatus]: tagged.choice(toChoice(status)) }),
  ...(lastSyncedOn === undefined ? {} : { [own.lastSyncedOn]: tagged.instant(lastSyncedOn) }),
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
): Promise<OwnerAndCurrency> => {
  const { fieldMap } = settings;
  const currencyColumn = columnAt("/currency", settings);
  const agreed = toAgreed(link, fieldMap);
  const user = reader.reference("ownerid");
  const currency = reader.reference(currencyColumn);
  return {
    owner: user?.table === "systemuser" ? ((await people.owner(user)) ?? agreed.owner) : null,
    currency: currency ? ((await people.currencyCode(currency)) ?? agreed.currency) : reader.text(currencyColumn),
  };
};

/** Opportunities over the bridge. */
export const createDataverseOpportunities = (host: Host, people: People, mappedFetch: MappedFetch): DealStore => ({
  isVisibleToUser: async (id) => {
    const answer = await host.call("org.retrieve", { table, id, columns: [primaryId], as: "user" });
    if (answer.ok) return done(true);
    const failure = toDataverseFailure(answer);
    return isAbsent(answer) || failure.code === "dataverse.noRight" ? done(false) : failed(failure);
  },

  load: async (id, settings, ownerAndCurrency) => {
    const wished = customColumns(settings.fieldMap);
    const answer = await mappedFetch(wished, (unknown) => toOpportunityQuery(id, settings, unknown));
    if (answer.kind === "failed") return answer;
    const [row] = answer.value.rows;
    const [first, ...others] = answer.value.rows.map(createRowReader);
    if (!row || !first) return done(null);
    const paths = wished.filter((path) => !answer.value.unknown.includes(path));
    const hostValues = readHostValues(row, paths, aliasesOf(first));
    const record = { ...readRecord(first), hostValues };
    const link = readLink(first);
    const isWhole = record.isSyncOn || ownerAndCurrency === "always";
    const details = isWhole ? await readOwnerAndCurrency(first, settings, people, link) : { owner: null, currency: "" };
    const custom = readCustom(row, paths, aliasesOf(first));
    return done({ opportunity: { ...readOpportunity([first, ...others], settings, details), custom }, record, link });
  },

  save: async (record, changes) => {
    const entity = toRow(table, toAttributes(changes), record.id);
    const answer = await host.call("org.update", { entity, as: "system" });
    return answer.ok ? null : toDataverseFailure(answer);
  },
});
