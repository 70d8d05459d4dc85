import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { addressColumns } from "./addressColumns";
import { currencyColumns } from "./currencyColumns";
import { baseAmount } from "./baseAmount";
import { industries } from "./industries";

export const account = defineTable({
  schemaName: "Account",
  entitySetName: "accounts",
  displayName: "Account",
  collectionName: "Accounts",
  ownership: "user",
  primaryName: "name",
  states: activeAndInactive,
  columns: [
    column.text("Name", "Account Name", 160, { required: "required" }),
    column.text("AccountNumber", "Account Number", 20),
    column.phone("Telephone1", "Main Phone", 50),
    column.phone("Telephone2", "Other Phone", 50),
    column.phone("Fax", "Fax", 50),
    column.url("WebSiteURL", "Website", 200),
    column.email("EMailAddress1", "Email", 100),
    column.text("TickerSymbol", "Ticker Symbol", 10),
    column.choice("CustomerTypeCode", "Relationship Type", {
      Competitor: 1,
      Consultant: 2,
      Customer: 3,
      Investor: 4,
      Partner: 5,
      Influencer: 6,
      Press: 7,
      Prospect: 8,
      Reseller: 9,
      Supplier: 10,
      Vendor: 11,
      Other: 12,
    }),
    column.choice("IndustryCode", "Industry", industries),
    column.choice("OwnershipCode", "Ownership", { Public: 1, Private: 2, Subsidiary: 3, Other: 4 }),
    column.wholeNumber("NumberOfEmployees", "Number of Employees", { minValue: 0, maxValue: 1000000000 }),
    column.money("Revenue", "Annual Revenue", { minValue: 0, maxValue: 100000000000000 }),
    baseAmount("Revenue", "Annual Revenue"),
    column.memo("Description", "Description", 2000),
    ...addressColumns("Address1"),
    ...addressColumns("Address2"),
    column.lookup("ParentAccountId", "Parent Account", "account", "account_parent_account"),
    column.lookup("PrimaryContactId", "Primary Contact", "contact", "account_primary_contact"),
    column.lookup("OriginatingLeadId", "Originating Lead", "lead", "account_originating_lead"),
    ...currencyColumns("transactioncurrency_account"),
  ],
});
