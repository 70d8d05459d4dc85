import type { BaseTable } from "../BaseTable";
import { account } from "../tables/account";
import { contact } from "../tables/contact";
import { lead } from "../tables/lead";
import { opportunity } from "../tables/opportunity";
import { opportunityClose } from "../tables/opportunityClose";
import { systemUser } from "../tables/systemUser";
import { transactionCurrency } from "../tables/transactionCurrency";
import type { BaseView } from "./BaseView";
import { nameBasedGuid } from "../../solution/nameBasedGuid";

const mine = '<condition attribute="ownerid" operator="eq-userid" />';
const state = (value: number) => `<condition attribute="statecode" operator="eq" value="${value}" />`;

type Columns = BaseView["columns"];

function publicView(
  table: BaseTable,
  name: string,
  columns: Columns,
  conditions: string[],
  more: Partial<BaseView> = {},
): BaseView {
  const [first = table.table.primaryName] = Object.keys(columns);
  return {
    id: nameBasedGuid(`view:${table.table.logicalName}/${name}`),
    name,
    table,
    queryType: 0,
    isDefault: false,
    columns,
    order: { column: first, descending: false },
    conditions,
    ...more,
  };
}

const lookupView = (table: BaseTable, columns: Columns, conditions: string[] = []): BaseView =>
  publicView(table, `${table.table.displayName} Lookup View`, columns, conditions, { queryType: 64, isDefault: true });

const deals = {
  name: 300,
  parentaccountid: 200,
  estimatedclosedate: 125,
  estimatedvalue: 125,
  statuscode: 125,
  ownerid: 150,
};
const accounts = { name: 300, telephone1: 125, address1_city: 150, address1_country: 125, primarycontactid: 150 };
const contacts = { fullname: 200, parentcustomerid: 200, emailaddress1: 200, telephone1: 125 };
const leads = { fullname: 150, subject: 250, companyname: 200, statuscode: 125, createdon: 125 };

const byCloseDate = { order: { column: "estimatedclosedate", descending: false } };
const isDefault = { isDefault: true };

/** Every view of an empty environment that has Sales. */
export const baseViews: readonly BaseView[] = [
  publicView(opportunity, "Open Opportunities", deals, [state(0)], { ...byCloseDate, ...isDefault }),
  publicView(opportunity, "My Open Opportunities", deals, [state(0), mine], byCloseDate),
  publicView(
    opportunity,
    "Won Opportunities",
    { name: 300, parentaccountid: 200, actualclosedate: 125, actualvalue: 125 },
    [state(1)],
  ),
  publicView(
    opportunity,
    "Lost Opportunities",
    { name: 300, parentaccountid: 200, actualclosedate: 125, statuscode: 125 },
    [state(2)],
  ),
  publicView(opportunity, "All Opportunities", { ...deals, statecode: 100 }, []),
  lookupView(opportunity, { name: 300, parentaccountid: 200 }, [state(0)]),
  publicView(account, "Active Accounts", accounts, [state(0)], isDefault),
  publicView(account, "My Active Accounts", accounts, [state(0), mine]),
  publicView(account, "Inactive Accounts", accounts, [state(1)]),
  lookupView(account, { name: 300, address1_city: 150 }, [state(0)]),
  publicView(contact, "Active Contacts", contacts, [state(0)], isDefault),
  publicView(contact, "My Active Contacts", contacts, [state(0), mine]),
  publicView(contact, "Inactive Contacts", contacts, [state(1)]),
  lookupView(contact, { fullname: 200, parentcustomerid: 200, emailaddress1: 200 }, [state(0)]),
  publicView(lead, "My Open Leads", leads, [state(0), mine], isDefault),
  publicView(lead, "All Leads", leads, []),
  lookupView(lead, { fullname: 150, subject: 250, companyname: 200 }, [state(0)]),
  publicView(
    opportunityClose,
    "Opportunity Close Activities",
    { subject: 300, opportunityid: 200, actualend: 125, actualrevenue: 125 },
    [],
    isDefault,
  ),
  lookupView(systemUser, { fullname: 200, internalemailaddress: 200 }),
  lookupView(transactionCurrency, { currencyname: 200, isocurrencycode: 100 }),
];
