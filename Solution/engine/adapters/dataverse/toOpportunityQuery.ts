import { customColumns } from "../../domain/fieldMapping/customColumns";
import { columns, tables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { fetchXml } from "./fetchXml";
import { fillSetting } from "./fillSetting";

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
  /** The link of the lead that the opportunity was made from. */
  leadLink: "leadlink",
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
  "originatingleadid",
  own.syncWithPartnerCenter,
  own.syncStatus,
  own.referralIdentifier,
  own.referralLink,
  own.microsoftCrmIdentifier,
  own.answerDueOn,
  own.audit,
];

/** CRM column paths of the map, each with the table it belongs to; empty for the opportunity itself. */
const mappedColumns = (settings: SyncSettings, unknown: readonly string[]): { table: string; column: string }[] =>
  [...settings.fieldMap.map(({ crm }) => fillSetting(crm, settings)), ...customColumns(settings.fieldMap)]
    .filter((path) => !unknown.includes(path))
    .map((path) => path.split("."))
    .map(([first = "", second]) =>
      second === undefined ? { table: "", column: first } : { table: first, column: second },
    )
    .filter(({ column }) => !["", "contact", "owner"].includes(column));

const { attributes, escape } = fetchXml;

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

/**
 * One query for an opportunity with customer, contact, solutions and link; one row of the answer for each solution. Columns that
 * are known not to exist are left out.
 */
export const toOpportunityQuery = (
  opportunityId: string,
  settings: SyncSettings,
  unknown: readonly string[] = [],
): string => {
  const id = tables.opportunity.primaryId;
  const all = mappedColumns(settings, unknown);
  const mapped = (wanted: string): string[] => all.filter(({ table }) => table === wanted).map(({ column }) => column);
  const account = { table: "account", from: "accountid", columns: mapped("account") };
  const contact = {
    table: "contact",
    from: "contactid",
    columns: [...personColumns, ...mapped("contact")],
  };
  const detail = join({
    table: tables.solutionDetail.logicalName,
    from: tables.solutionDetail.primaryId,
    to: solution.solutionDetailId,
    alias: aliases.solutionDetail,
    columns: [columns.solutionDetail.solutionId, columns.solutionDetail.name],
  });
  return [
    `<fetch><entity name="${tables.opportunity.logicalName}">`,
    attributes([...ownColumns, ...mapped("")]),
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
    join({
      table: tables.link.logicalName,
      from: columns.link.leadId,
      to: "originatingleadid",
      alias: aliases.leadLink,
      columns: [tables.link.primaryId, "versionnumber", "createdon", ...linkColumns],
    }),
    "</entity></fetch>",
  ].join("");
};

export const linkColumns = [
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
  columns.link.answerDueOn,
  columns.link.changedThereOn,
  columns.link.callDay,
  columns.link.callCount,
  columns.link.auditSequence,
  columns.link.auditHash,
];
