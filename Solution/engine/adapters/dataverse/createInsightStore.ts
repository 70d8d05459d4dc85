import { toStoredFact } from "../../domain/audit/StoredEntry";
import { done, type Outcome } from "../../domain/failure/Outcome";
import type { DealFacts, OpenConflict } from "../../domain/insights/DealFacts";
import { parseLinkMemory } from "../../domain/link/Link";
import { labelAt } from "../../domain/mapping/fieldMap";
import { standardFieldMap } from "../../domain/mapping/standardFieldMap";
import type { DealTable } from "../../domain/opportunity/SyncRecord";
import { choices, columns, tables } from "../../domain/schema";
import { toSyncStatus } from "../../domain/sync/syncStatus";
import { parseInstant, printInstant, type Instant } from "../../domain/values/instant";
import type { InsightStore, InsightTable } from "../../ports/InsightStore";
import type { Host } from "../host/Host";
import type { RowReader } from "./DataverseRow";
import { fetchAll } from "./fetchRows";
import { fetchXml } from "./fetchXml";

const { auditEntry, conflict, link, opportunity: own, partnerCenterSolution } = columns;
const { attributes, condition, either, every, isNotNull, isOneOf } = fetchXml;

const maxDeals = 50;
/** Of each deal, and of all of them. */
const maxTrail = 5;
const maxTrails = 200;

const nameColumns = { opportunity: "name", lead: "subject" } as const;

const dealColumns = [
  "modifiedon",
  own.syncStatus,
  own.syncWithPartnerCenter,
  own.referralIdentifier,
  own.referralLink,
  own.microsoftCrmIdentifier,
  own.answerDueOn,
  own.lastSyncedOn,
];

/** Lookups of a deal to the customer that somebody asks about. */
const customerColumns: Readonly<Record<"account" | "contact", readonly string[]>> = {
  account: ["customerid", "parentaccountid"],
  contact: ["customerid", "parentcontactid"],
};

/** Conditions for deals of a record; null where such a record is none of this table. */
const belongingTo = (table: InsightTable, id: string, deal: DealTable): string | null => {
  if (table === "account" || table === "contact")
    return either(customerColumns[table].map((column) => condition(column, "eq", id)));
  return table === deal ? condition(tables[deal].primaryId, "eq", id) : null;
};

const dealQuery = (deal: DealTable, belonging: string): string =>
  `<fetch top="${maxDeals}"><entity name="${deal}">` +
  attributes([
    tables[deal].primaryId,
    nameColumns[deal],
    ...dealColumns,
    ...(deal === "opportunity" ? [own.howCanMicrosoftHelp] : []),
  ]) +
  `<order attribute="modifiedon" descending="true"/>` +
  every([belonging, either([isNotNull(own.referralIdentifier), condition(own.syncWithPartnerCenter, "eq", true)])]) +
  `<link-entity name="${tables.link.logicalName}" from="${link[`${deal}Id`]}" to="${tables[deal].primaryId}" alias="link" link-type="outer">` +
  `${attributes([link.lastAgreedValues, link.failureCode])}</link-entity></entity></fetch>`;

/** Rows that belong to deals. */
interface Children {
  table: string;
  columns: readonly string[];
  lookup: string;
  filter: string;
  orderBy: string;
  descending: boolean;
  /** Empty where all of them count. */
  top: string;
}

const childrenOf = (deal: DealTable): Readonly<Record<"solutions" | "conflicts" | "trail", Children>> => ({
  solutions: {
    table: tables.partnerCenterSolution.logicalName,
    columns: [partnerCenterSolution.name],
    lookup: partnerCenterSolution.opportunityId,
    filter: "",
    orderBy: partnerCenterSolution.name,
    descending: false,
    top: "",
  },
  conflicts: {
    table: tables.conflict.logicalName,
    columns: [conflict.fieldLabel, conflict.valueHere, conflict.valueThere, conflict.foundOn],
    lookup: conflict[`${deal}Id`],
    filter: condition(conflict.state, "eq", choices.conflictState.open),
    orderBy: conflict.foundOn,
    descending: true,
    top: "",
  },
  trail: {
    table: tables.auditEntry.logicalName,
    columns: [auditEntry.detail, auditEntry.occurredOn],
    lookup: auditEntry[`${deal}Id`],
    filter: "",
    orderBy: auditEntry.occurredOn,
    descending: true,
    top: ` top="${maxTrails}"`,
  },
});

const childQuery = (children: Children, ids: readonly string[]): string =>
  `<fetch${children.top}><entity name="${children.table}">${attributes([children.lookup, ...children.columns])}` +
  `<order attribute="${children.orderBy}" descending="${String(children.descending)}"/>` +
  `${every([isOneOf(children.lookup, ids), children.filter])}</entity></fetch>`;

const instantOr = (text: string): Instant | null => {
  const ms = parseInstant(text);
  return ms === null ? null : printInstant(ms);
};

type Deal = Omit<DealFacts, "solutions" | "conflicts" | "trail">;

const readDeal =
  (table: DealTable) =>
  ({ text, flag, choice, label }: RowReader): Deal => {
    const { differences } = parseLinkMemory(text(`link.${link.lastAgreedValues}`));
    return {
      table,
      id: text(tables[table].primaryId).toLowerCase(),
      name: text(nameColumns[table]),
      isSyncOn: flag(own.syncWithPartnerCenter),
      status: toSyncStatus(choice(own.syncStatus)),
      statusLabel: label(own.syncStatus),
      referralId: text(own.referralIdentifier),
      referralLink: text(own.referralLink),
      microsoftCrmIdentifier: text(own.microsoftCrmIdentifier),
      helpLabel: label(own.howCanMicrosoftHelp),
      failureCode: text(`link.${link.failureCode}`),
      answerDueOn: instantOr(text(own.answerDueOn)),
      lastSyncedOn: instantOr(text(own.lastSyncedOn)),
      modifiedOn: instantOr(text("modifiedon")) ?? "",
      differences: Object.keys(differences).map((path) => labelAt(path, standardFieldMap)),
    };
  };

const readConflict =
  ({ modifiedOn }: Deal) =>
  ({ text }: RowReader): OpenConflict => ({
    label: text(conflict.fieldLabel),
    dynamicsValue: text(conflict.valueHere),
    partnerCenterValue: text(conflict.valueThere),
    foundOn: instantOr(text(conflict.foundOn)) ?? modifiedOn,
  });

const readTold =
  ({ modifiedOn }: Deal) =>
  ({ text }: RowReader): DealFacts["trail"] => {
    const fact = toStoredFact({ detail: text(auditEntry.detail) });
    return fact === null
      ? []
      : [{ words: fact.words, occurredOn: instantOr(text(auditEntry.occurredOn)) ?? modifiedOn }];
  };

type Fetch = (query: string) => Promise<Outcome<readonly RowReader[]>>;

/** Deals of one table with all that belongs to them. */
const fetchDeals = async (
  fetch: Fetch,
  table: DealTable,
  belonging: string,
): Promise<Outcome<readonly DealFacts[]>> => {
  const rows = await fetch(dealQuery(table, belonging));
  if (rows.kind === "failed" || rows.value.length === 0) return rows.kind === "failed" ? rows : done([]);
  const deals = rows.value.map(readDeal(table));
  const ids = deals.map(({ id }) => id);
  const { solutions, conflicts, trail } = childrenOf(table);
  const found = new Map<Children, readonly RowReader[]>();
  for (const children of table === "lead" ? [conflicts, trail] : [solutions, conflicts, trail]) {
    const read = await fetch(childQuery(children, ids));
    if (read.kind === "failed") return read;
    found.set(children, read.value);
  }
  const rowsOf = (children: Children, id: string): readonly RowReader[] =>
    found.get(children)?.filter(({ reference }) => reference(children.lookup)?.id.toLowerCase() === id) ?? [];
  return done(
    deals.map((deal) => ({
      ...deal,
      solutions: rowsOf(solutions, deal.id).map(({ text }) => text(partnerCenterSolution.name)),
      conflicts: rowsOf(conflicts, deal.id).map(readConflict(deal)),
      trail: rowsOf(trail, deal.id).slice(0, maxTrail).flatMap(readTold(deal)),
    })),
  );
};

/** What users may see of deals, over the bridge and with their own rights. */
export const createInsightStore = (host: Host): InsightStore => ({
  dealsOf: async (table, id) => {
    const fetch: Fetch = async (query) => {
      const rows = await fetchAll(host, query, "user");
      // Whoever may not read a table sees nothing of it.
      return rows.kind === "failed" && rows.failure.code === "dataverse.noRight" ? done([]) : rows;
    };
    const found: DealFacts[] = [];
    for (const deal of ["opportunity", "lead"] as const) {
      const belonging = belongingTo(table, id, deal);
      const deals = belonging === null ? done([]) : await fetchDeals(fetch, deal, belonging);
      if (deals.kind === "failed") return deals;
      found.push(...deals.value);
    }
    return done(found.sort((one, other) => (one.modifiedOn < other.modifiedOn ? 1 : -1)));
  },
});
