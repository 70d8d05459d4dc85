import { toReferralLink } from "../../PcfControls/shared/deal/toReferralLink";
import { answerDueCode } from "../../Solution/engine/domain/failure/Failure";
import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import { toSyncStatus } from "../../Solution/engine/domain/sync/syncStatus";
import type { CallResult, DataClient, Row } from "../shared/forms/DataClient";
import { lookupOf, type DealTable } from "../../PcfControls/shared/deal/DealKey";
import type { Deal } from "./Deal";
import { anyOf, readByIds } from "./readByIds";

/** Opportunities and leads call these columns the same. */
const { referralIdentifier, referralLink, syncStatus, syncWithPartnerCenter } = columns.opportunity;
const { failureCode } = columns.link;

/** Opportunities or leads by id, as the server has them: forms of other makers need not hold the columns. */
export const readDeals = async (
  client: DataClient,
  table: DealTable,
  ids: readonly string[],
): Promise<CallResult<Deal[]>> => {
  const wanted = [tables[table].primaryName, referralIdentifier, referralLink, syncStatus, syncWithPartnerCenter];
  const rows = await readByIds(client, tables[table], wanted, ids);
  if (rows.kind === "failed") return rows;
  const waiting = rows.value.filter((row) => row[syncStatus] === choices.syncStatus.needsAttention);
  const offered = await readOffered(
    client,
    table,
    waiting.map((row) => toText(row[tables[table].primaryId])),
  );
  return { kind: "done", value: rows.value.map((row) => toDeal(table, row, offered)) };
};

/** Deals that wait for an answer. Whoever may not read links is offered none. */
const readOffered = async (
  client: DataClient,
  table: DealTable,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const lookup = lookupOf(table, "link");
  const query = `$select=${lookup}&$filter=${failureCode} eq '${answerDueCode}' and (${anyOf(lookup, ids)})`;
  const links = await client.retrieveMultiple(tables.link.entitySetName, query);
  return new Set(links.kind === "done" ? links.value.map((row) => toText(row[lookup])) : []);
};

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const toDeal = (table: DealTable, row: Row, offered: ReadonlySet<string>): Deal => {
  const { primaryId, primaryName } = tables[table];
  const id = toText(row[primaryId]);
  const status = row[syncStatus];
  return {
    table,
    id,
    name: toText(row[primaryName]),
    isSyncOn: row[syncWithPartnerCenter] === true,
    status: toSyncStatus(typeof status === "number" ? status : null),
    referralId: toText(row[referralIdentifier]) || null,
    referralLink: toReferralLink(toText(row[referralLink])),
    isOffered: offered.has(id),
  };
};
