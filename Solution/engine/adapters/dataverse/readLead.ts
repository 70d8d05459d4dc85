import { withoutCheckMark } from "../../domain/opportunity/checkMark";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { Opportunity } from "../../domain/opportunity/Opportunity";
import { columns, tables } from "../../domain/schema";
import { toSyncStatus } from "../../domain/sync/syncStatus";
import { parseCalendarDay } from "../../domain/values/calendarDay";
import { parseDecimal } from "../../domain/values/decimalText";
import type { RowReader } from "./DataverseRow";

const own = columns.lead;

/** Value of the lead's state column for one that nobody wants. A qualified lead goes on as an opportunity: it is not closed. */
const disqualified = 2;

/** A lead's values in the shape of an opportunity's; what a lead has no columns for is empty. */
export const readLead = ({ text }: RowReader, currency: string): Opportunity => ({
  id: text(tables.lead.primaryId).toLowerCase(),
  name: withoutCheckMark(text("subject")),
  notes: text("description"),
  dealValue: parseDecimal(text("budgetamount")),
  currency,
  closeDate: parseCalendarDay(text("estimatedclosedate")),
  help: null,
  isVisible: false,
  marketplaceIntent: null,
  hasConsent: false,
  customer: null,
  contact: null,
  owner: null,
  solutions: [],
  custom: {},
});

export const readLeadRecord = ({ text, flag, choice, reference }: RowReader): SyncRecord => {
  const owner = reference("ownerid");
  const status = choice(own.syncStatus);
  return {
    table: "lead",
    id: text(tables.lead.primaryId).toLowerCase(),
    rowVersion: text("versionnumber"),
    name: text("subject"),
    ownerId: owner?.id ?? "",
    ownerTable: owner?.table ?? "",
    createdOn: text("createdon"),
    modifiedOn: text("modifiedon"),
    state: choice("statecode") === disqualified ? "lost" : "open",
    becameId: reference("qualifyingopportunityid")?.id ?? "",
    isSyncOn: flag(own.syncWithPartnerCenter),
    status: status === null ? null : toSyncStatus(status),
    referralIdentifier: text(own.referralIdentifier),
    referralLink: text(own.referralLink),
    microsoftCrmIdentifier: text(own.microsoftCrmIdentifier),
    answerDueOn: text(own.answerDueOn) || null,
    audit: text(own.audit),
  };
};
