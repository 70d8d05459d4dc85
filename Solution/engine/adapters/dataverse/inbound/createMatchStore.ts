import type { AccountCandidate } from "../../../domain/account/matchAccount";
import type { AuditEntry } from "../../../domain/audit/AuditEntry";
import type { Failure } from "../../../domain/failure/Failure";
import { done, failed } from "../../../domain/failure/Outcome";
import { printLinkMemory, type LinkMemory } from "../../../domain/link/Link";
import type { MatchCandidate } from "../../../domain/match/MatchCandidate";
import { columns, tables } from "../../../domain/schema";
import { toChoice } from "../../../domain/sync/syncStatus";
import type { JsonObject } from "../../../domain/values/Json";
import type { MatchStore } from "../../../ports/MatchStore";
import type { Host } from "../../host/Host";
import { tagged, toRow, type RowReader } from "../DataverseRow";
import { isAbsent, toDataverseFailure } from "../toDataverseFailure";
import { fetchAll } from "../fetchRows";
import { fetchXml } from "../fetchXml";

type Table = MatchCandidate["table"];

/** Records that one look reads; of more than one nobody is certain anyway. */
const maxCandidates = 10;

const accountColumns = ["name", "address1_postalcode", "websiteurl", "emailaddress1"];
/** The customer column may point to a contact; then neither join finds an account. */
const customerJoins = [
  { alias: "parent", to: "parentaccountid" },
  { alias: "customer", to: "customerid" },
] as const;

const leadCustomerColumns = ["companyname", "address1_postalcode", "websiteurl", "emailaddress1"];

const join = (table: string, from: string, to: string, alias: string, names: readonly string[]): string =>
  `<link-entity name="${table}" from="${from}" to="${to}" alias="${alias}" link-type="outer">${fetchXml.attributes(names)}</link-entity>`;

const customerOf = (table: Table, { text }: RowReader, duns: string): AccountCandidate => {
  const alias = customerJoins.find((one) => text(`${one.alias}.name`) !== "")?.alias ?? "parent";
  const read = (column: string): string => text(table === "lead" ? column : `${alias}.${column}`);
  return {
    id: "",
    name: text(table === "lead" ? "companyname" : `${alias}.name`),
    postalCode: read("address1_postalcode"),
    duns: table === "lead" || duns === "" ? "" : read(duns),
    website: read("websiteurl"),
    email: read("emailaddress1"),
  };
};

const readCandidate = (table: Table, row: RowReader, duns: string): MatchCandidate => ({
  table,
  id: row.text(tables[table].primaryId).toLowerCase(),
  isOpen: row.choice("statecode") === 0,
  isLinked: row.text(`link.${tables.link.primaryId}`) !== "",
  referralIdentifier: row.text(columns[table].referralIdentifier),
  microsoftCrmIdentifier: row.text(columns[table].microsoftCrmIdentifier),
  customer: customerOf(table, row, duns),
});

/** A record with its customer and its link, if it has one. */
const toQuery = (table: Table, filter: string, duns: string): string => {
  const { primaryId } = tables[table];
  const own = columns[table];
  const ofAccount = duns === "" ? accountColumns : [...accountColumns, duns];
  const link = columns.link[table === "lead" ? "leadId" : "opportunityId"];
  return [
    `<fetch top="${maxCandidates}"><entity name="${table}">`,
    fetchXml.attributes([
      primaryId,
      "statecode",
      own.referralIdentifier,
      own.microsoftCrmIdentifier,
      ...(table === "lead" ? leadCustomerColumns : []),
    ]),
    filter,
    ...(table === "lead"
      ? []
      : customerJoins.map(({ alias, to }) => join("account", "accountid", to, alias, ofAccount))),
    join(tables.link.logicalName, link, primaryId, "link", [tables.link.primaryId]),
    "</entity></fetch>",
  ].join("");
};

type Moves = Pick<MatchStore, "mayUserWrite" | "switchOff" | "leaveRecord" | "reopen" | "moveLink" | "takeOff">;

/** The link of a referral that left its record: without tags, nothing is written before it was looked at. */
const toLeftLink = (memory: LinkMemory, { sequence, hash }: Pick<AuditEntry, "sequence" | "hash">): JsonObject => ({
  [columns.link.lastAgreedValues]: printLinkMemory(memory),
  [columns.link.auditSequence]: sequence,
  [columns.link.auditHash]: hash,
  [columns.link.referralETag]: null,
  [columns.link.microsoftReferralETag]: null,
  [columns.link.failureCode]: null,
  [columns.link.leaseOwner]: null,
  [columns.link.leaseExpiresOn]: null,
});

const updateLink = async (
  host: Host,
  linkId: string,
  attributes: JsonObject,
  ifMatch?: string,
): Promise<Failure | null> => {
  const entity = toRow(tables.link.logicalName, attributes, linkId);
  const answer = await host.call("org.update", { entity, ...(ifMatch === undefined ? {} : { ifMatch }), as: "system" });
  return answer.ok ? null : toDataverseFailure(answer);
};

/** A link that is about no record. */
const aboutNone: JsonObject = {
  [columns.link.opportunityId]: null,
  [columns.link.leadId]: null,
  [columns.link.syncStatus]: tagged.choice(toChoice("notShared")),
  [columns.link.answerDueOn]: null,
};

const createMoves = (host: Host): Moves => ({
  mayUserWrite: async ({ table, id, audit, rowVersion: ifMatch }) => {
    const entity = toRow(table, { [columns[table].audit]: audit === "" ? null : audit }, id);
    const answer = await host.call("org.update", { entity, ifMatch, as: "user" });
    if (answer.ok) return done(true);
    const failure = toDataverseFailure(answer);
    return isAbsent(answer) || failure.code === "dataverse.noRight" ? done(false) : failed(failure);
  },

  switchOff: async ({ table, id, audit }) => {
    const own = columns[table];
    const off = {
      [own.syncWithPartnerCenter]: false,
      [own.audit]: audit,
      [own.syncStatus]: tagged.choice(toChoice("notShared")),
      ...Object.fromEntries(
        [own.referralIdentifier, own.referralLink, own.microsoftCrmIdentifier, own.answerDueOn].map((column) => [
          column,
          null,
        ]),
      ),
    };
    const answer = await host.call("org.update", { entity: toRow(table, off, id), as: "system" });
    return answer.ok ? null : toDataverseFailure(answer);
  },

  reopen: async ({ table, id }) => {
    const open = { statecode: tagged.choice(0), statuscode: tagged.choice(1) };
    const answer = await host.call("org.update", { entity: toRow(table, open, id), as: "system" });
    return answer.ok ? null : toDataverseFailure(answer);
  },

  moveLink: (linkId, { table, id, ownerId, ownerTable }, memory, last) => {
    const { link } = columns;
    // The lead that an opportunity was made of would take the link back to that.
    const [lookup, other] = table === "lead" ? [link.leadId, link.opportunityId] : [link.opportunityId, link.leadId];
    return updateLink(host, linkId, {
      [lookup]: tagged.reference(table, id),
      [other]: null,
      ...(ownerId === "" ? {} : { ownerid: tagged.reference(ownerTable, ownerId) }),
      ...toLeftLink(memory, last),
    });
  },

  leaveRecord: ({ id, rowVersion }) =>
    updateLink(host, id, { ...aboutNone, [columns.link.failureCode]: null }, rowVersion),

  takeOff: (linkId, memory, last) => updateLink(host, linkId, { ...aboutNone, ...toLeftLink(memory, last) }),
});

/** Records that inbound referrals may be about, over the bridge. */
export const createMatchStore = (host: Host): MatchStore => ({
  ...createMoves(host),

  findByIdentifier: async (table, referral, { dunsFieldName }) => {
    const names = (["referralIdentifier", "microsoftCrmIdentifier"] as const).filter((name) => referral[name] !== "");
    const filter = fetchXml.either(names.map((name) => fetchXml.condition(columns[table][name], "eq", referral[name])));
    const rows = await fetchAll(host, toQuery(table, filter, dunsFieldName));
    return rows.kind === "failed" ? rows : done(rows.value.map((row) => readCandidate(table, row, dunsFieldName)));
  },

  findOfCustomer: async (accountId) => {
    const { logicalName, primaryId } = tables.opportunity;
    const { logicalName: linkTable, primaryId: linkId } = tables.link;
    const filter = fetchXml.every([
      fetchXml.condition("statecode", "eq", 0),
      fetchXml.either(customerJoins.map(({ to }) => fetchXml.condition(to, "eq", accountId))),
      fetchXml.isNull(columns.link.referralIdentifier, "link"),
    ]);
    const rows = await fetchAll(
      host,
      `<fetch top="${maxCandidates}"><entity name="${logicalName}">${fetchXml.attributes([primaryId])}` +
        `<order attribute="modifiedon" descending="true"/>${filter}` +
        `${join(linkTable, columns.link.opportunityId, primaryId, "link", [linkId])}</entity></fetch>`,
    );
    return rows.kind === "failed" ? rows : done(rows.value.map(({ text }) => text(primaryId).toLowerCase()));
  },
});
