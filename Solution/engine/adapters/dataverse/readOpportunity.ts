import { parseCalendarDay } from "../../domain/values/calendarDay";
import { withoutCheckMark } from "../../domain/opportunity/checkMark";
import { parseDecimal } from "../../domain/values/decimalText";
import { toHelpOption } from "../../domain/opportunity/helpOptions";
import { toMarketplaceIntent } from "../../domain/opportunity/marketplaceIntents";
import type { Customer, Opportunity, Person, Solution } from "../../domain/opportunity/Opportunity";
import type { SyncRecord, DealState } from "../../domain/opportunity/SyncRecord";
import { choices, columns, tables } from "../../domain/schema";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { toSyncStatus } from "../../domain/sync/syncStatus";
import { columnAt } from "./columnAt";
import type { RowReader } from "./DataverseRow";
import { aliases } from "./toOpportunityQuery";

const own = columns.opportunity;

/** Values of the opportunity's state column, in order. */
const states: readonly DealState[] = ["open", "won", "lost"];

const readCustomer = ({ text }: RowReader, alias: string, settings: SyncSettings): Customer => {
  const read = (place: string): string =>
    text(columnAt(`/customer${place}`, settings).replace(/^account\./, `${alias}.`));
  return {
    name: read("/name"),
    addressLine1: read("/addressLine1"),
    addressLine2: read("/addressLine2"),
    city: read("/city"),
    state: read("/state"),
    postalCode: read("/postalCode"),
    country: read("/country"),
  };
};

const readContact = ({ text }: RowReader, alias: string): Person => {
  const read = (column: string): string => text(`${alias}.${column}`);
  return {
    firstName: read("firstname"),
    lastName: read("lastname"),
    email: read("emailaddress1"),
    phone: read("telephone1") || read("mobilephone"),
    title: read("jobtitle"),
  };
};

const readSolution = ({ text }: RowReader): Solution[] => {
  const { solution, solutionDetail: detail } = aliases;
  if (text(`${solution}.${tables.partnerCenterSolution.primaryId}`) === "") return [];
  return [
    {
      id:
        text(`${solution}.${columns.partnerCenterSolution.solutionId}`) ||
        text(`${detail}.${columns.solutionDetail.solutionId}`),
      name:
        text(`${solution}.${columns.partnerCenterSolution.name}`) || text(`${detail}.${columns.solutionDetail.name}`),
    },
  ];
};

/** Solution ids by their rows. */
export const readSolutionIds = (rows: readonly RowReader[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap((row) =>
      readSolution(row).map(({ id }) => [
        row.text(`${aliases.solution}.${tables.partnerCenterSolution.primaryId}`),
        id,
      ]),
    ),
  );

/** Which of the joined rows are the account and the contact of the deal. */
export const aliasesOf = ({ reference }: RowReader): { account: string; contact: string } => ({
  account: reference("parentaccountid") ? aliases.account : aliases.customerAccount,
  contact: reference("parentcontactid") ? aliases.contact : aliases.customerContact,
});

/** What the opportunity query does not hold: the seller and the currency belong to tables the system may not read. */
export interface OwnerAndCurrency {
  owner: Person | null;
  currency: string;
}

/** The opportunity in the rows of its query, one row for each solution. */
export const readOpportunity = (
  rows: readonly [RowReader, ...RowReader[]],
  settings: SyncSettings,
  { owner, currency }: OwnerAndCurrency,
): Opportunity => {
  const [first] = rows;
  const { text, flag, choice, reference } = first;
  const { account, contact } = aliasesOf(first);
  const at = (place: string): string => text(columnAt(place, settings));
  const hasAccount = reference("parentaccountid") !== null || reference("customerid")?.table === "account";
  const hasContact = reference("parentcontactid") !== null || reference("customerid")?.table === "contact";
  return {
    id: text(tables.opportunity.primaryId).toLowerCase(),
    name: withoutCheckMark(at("/name")),
    notes: at("/notes"),
    dealValue: parseDecimal(at("/dealValue")),
    currency,
    closeDate: parseCalendarDay(at("/closeDate")),
    help: toHelpOption(choice(own.howCanMicrosoftHelp)),
    isVisible: choice(own.referralVisibility) === choices.referralVisibility.visible,
    marketplaceIntent: toMarketplaceIntent(choice(own.customerMarketplaceIntent)),
    hasConsent: flag(own.customerConsent),
    customer: hasAccount ? readCustomer(first, account, settings) : null,
    contact: hasContact ? readContact(first, contact) : null,
    owner,
    solutions: rows.flatMap(readSolution),
    custom: {},
  };
};

const toAccountId = (reference: RowReader["reference"]): string | null => {
  const customer = reference("customerid");
  const account = reference("parentaccountid") ?? (customer?.table === "account" ? customer : null);
  return account?.id.toLowerCase() ?? null;
};

export const readRecord = ({ text, flag, choice, reference }: RowReader): SyncRecord => {
  const owner = reference("ownerid");
  const status = choice(own.syncStatus);
  return {
    table: "opportunity",
    id: text(tables.opportunity.primaryId).toLowerCase(),
    rowVersion: text("versionnumber"),
    name: text("name"),
    ownerId: owner?.id ?? "",
    ownerTable: owner?.table ?? "",
    createdOn: text("createdon"),
    modifiedOn: text("modifiedon"),
    state: states[choice("statecode") ?? 0] ?? "open",
    isSyncOn: flag(own.syncWithPartnerCenter),
    status: status === null ? null : toSyncStatus(status),
    referralIdentifier: text(own.referralIdentifier),
    referralLink: text(own.referralLink),
    microsoftCrmIdentifier: text(own.microsoftCrmIdentifier),
    answerDueOn: text(own.answerDueOn) || null,
    accountId: toAccountId(reference),
    audit: text(own.audit),
  };
};
