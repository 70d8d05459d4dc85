import { columns, tables } from "../../domain/schema";
import { fetchXml } from "./fetchXml";
import { aliases, linkColumns } from "./toOpportunityQuery";

const own = columns.lead;

const leadColumns = [
  tables.lead.primaryId,
  "createdon",
  "modifiedon",
  "versionnumber",
  "statecode",
  "ownerid",
  "subject",
  "description",
  "budgetamount",
  "estimatedclosedate",
  "transactioncurrencyid",
  "qualifyingopportunityid",
  own.syncWithPartnerCenter,
  own.syncStatus,
  own.referralIdentifier,
  own.referralLink,
  own.microsoftCrmIdentifier,
  own.answerDueOn,
  own.audit,
];

/** One query for a lead with its link. */
export const toLeadQuery = (leadId: string): string => {
  const { logicalName, primaryId } = tables.lead;
  const { logicalName: link, primaryId: linkId } = tables.link;
  return [
    `<fetch top="1"><entity name="${logicalName}">`,
    fetchXml.attributes(leadColumns),
    `<filter>${fetchXml.condition(primaryId, "eq", leadId)}</filter>`,
    `<link-entity name="${link}" from="${columns.link.leadId}" to="${primaryId}" alias="${aliases.link}" link-type="outer">`,
    fetchXml.attributes([linkId, "versionnumber", "createdon", columns.link.opportunityId, ...linkColumns]),
    "</link-entity></entity></fetch>",
  ].join("");
};
