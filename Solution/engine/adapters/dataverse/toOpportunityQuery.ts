import { columns, tables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";

/** Names of the joined tables in the answer's columns. */
export const aliases = {
  account: "account",
  /** The account, or contact, that the customer column points to where the account column is empty. */
  customerAccount: "customeraccount",
  contact: "contact",
  customerContact: "customercontact",
  solution: "solution",
  solutionDetail: "solutiondetail",
  link: "link",
} as const;

export const personColumns = [
  "firstname",
  "lastname",
  "emailaddress1",
  "telephone1",
  "mobilephone",
  "jobtitle",
] as const;

const own = columns.opportunity;
const solution = columns.partnerCenterSolution;

const ownColumns = [
  tables.opportunity.primaryId,
  "createdon",
  "modifiedon",
  "versionnumber",
  "statecode",
  "ownerid",
  "parentaccountid",
  "parentcontactid",
  "customerid",
  own.syncWithPartnerCenter,
  own.syncStatus,
  own.referralIdentifier,
  own.referralLink,
  own.microsoftCrmIdentifier,
  own.audit,
];

const fillSetting = (path: string, settings: SyncSettings): string =>
  path.replace(/\{(\w+)\}/, (_place, name: string) => String(settings[name as keyof SyncSettings]));

/** CRM column paths of the map with settings filled in: those of the opportunity itself, or those of a joined table. */
const mapped = (table: string | null, settings: SyncSettings): string[] =>
  settings.fieldMap
    .map(({ crm }) => fillSetting(crm, settings).split("."))
    .flatMap(([first = "", second]) =>
      table === null ? (second === undefined ? [first] : []) : first === table && second !== undefined ? [second] : [],
    )
    .filter((column) => !["contact", "owner"].includes(column));

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;").replace(/'/g, "&apos;");

const attributes = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `<attribute name="${escape(name)}"/>`).join("");

interface Join {
  table: string;
  from: string;
  to: string;
  alias: string;
  columns: readonly string[];
  inner?: string;
}

const join = ({ table, from, to, alias, columns: names, inner = "" }: Join): string =>
  `<link-entity name="${table}" from="${from}" to="${to}" alias="${alias}" link-type="outer">${attributes(names)}${inner}</link-entity>`;

/** One query for an opportunity with customer, contact, solutions and link; one row of the answer for each solution. */
export const toOpportunityQuery = (opportunityId: string, settings: SyncSettings): string => {
  const id = tables.opportunity.primaryId;
  const account = { table: "account", from: "accountid", columns: mapped("account", settings) };
  const contact = { table: "contact", from: "contactid", columns: personColumns };
  const detail = join({
    table: tables.solutionDetail.logicalName,
    from: tables.solutionDetail.primaryId,
    to: solution.solutionDetailId,
    alias: aliases.solutionDetail,
    columns: [columns.solutionDetail.solutionId, columns.solutionDetail.name],
  });
  return [
    `<fetch><entity name="${tables.opportunity.logicalName}">`,
    attributes([...ownColumns, ...mapped(null, settings)]),
    `<filter><condition attribute="${id}" operator="eq" value="${escape(opportunityId)}"/></filter>`,
    join({ ...account, to: "parentaccountid", alias: aliases.account }),
    join({ ...account, to: "customerid", alias: aliases.customerAccount }),
    join({ ...contact, to: "parentcontactid", alias: aliases.contact }),
    join({ ...contact, to: "customerid", alias: aliases.customerContact }),
    join({
      table: tables.partnerCenterSolution.logicalName,
      from: solution.opportunityId,
      to: id,
      alias: aliases.solution,
      columns: [tables.partnerCenterSolution.primaryId, solution.solutionId, solution.name],
      inner: detail,
    }),
    join({
      table: tables.link.logicalName,
      from: columns.link.opportunityId,
      to: id,
      alias: aliases.link,
      columns: [tables.link.primaryId, "versionnumber", "createdon", ...linkColumns],
    }),
    "</entity></fetch>",
  ].join("");
};

const linkColumns = [
  columns.link.referralIdentifier,
  columns.link.engagementIdentifier,
  columns.link.microsoftReferralIdentifier,
  columns.link.referralETag,
  columns.link.microsoftReferralETag,
  columns.link.lastAgreedValues,
  columns.link.syncStatus,
  columns.link.failureCode,
  columns.link.leaseOwner,
  columns.link.leaseExpiresOn,
  columns.link.callDay,
  columns.link.callCount,
  columns.link.auditSequence,
  columns.link.auditHash,
];
