import { defineTable } from "../defineTable";
import { column } from "../column";
import { addressColumns } from "./addressColumns";
import { currencyColumns } from "./currencyColumns";
import { baseAmount } from "./baseAmount";
import { industries } from "./industries";
import { purchaseTimeFrames } from "./purchaseTimeFrames";

export const lead = defineTable({
  schemaName: "Lead",
  entitySetName: "leads",
  displayName: "Lead",
  collectionName: "Leads",
  ownership: "user",
  primaryName: "fullname",
  states: [
    { label: "Open", value: 0, reasons: { New: 1, Contacted: 2 } },
    { label: "Qualified", value: 1, reasons: { Qualified: 3 } },
    {
      label: "Disqualified",
      value: 2,
      reasons: { Lost: 4, "Cannot Contact": 5, "No Longer Interested": 6, Canceled: 7 },
    },
  ],
  columns: [
    column.text("Subject", "Topic", 300, { required: "required" }),
    column.text("FirstName", "First Name", 50, { required: "recommended" }),
    column.text("LastName", "Last Name", 50, { required: "required" }),
    column.text("FullName", "Name", 160, { validForCreate: false, validForUpdate: false }),
    column.text("CompanyName", "Company Name", 100, { required: "recommended" }),
    column.text("JobTitle", "Job Title", 100),
    column.email("EMailAddress1", "Email", 100),
    column.phone("Telephone1", "Business Phone", 50),
    column.phone("MobilePhone", "Mobile Phone", 50),
    column.url("WebSiteUrl", "Website", 200),
    column.choice("LeadSourceCode", "Lead Source", {
      Advertisement: 1,
      "Employee Referral": 2,
      "External Referral": 3,
      Partner: 4,
      "Public Relations": 5,
      Seminar: 6,
      "Trade Show": 7,
      Web: 8,
      "Word of Mouth": 9,
      Other: 10,
    }),
    column.choice("LeadQualityCode", "Rating", { Hot: 1, Warm: 2, Cold: 3 }, { defaultValue: 2 }),
    column.choice("IndustryCode", "Industry", industries),
    column.wholeNumber("NumberOfEmployees", "No. of Employees", { minValue: 0, maxValue: 1000000 }),
    column.money("Revenue", "Annual Revenue", { minValue: 0, maxValue: 100000000000000 }),
    baseAmount("Revenue", "Annual Revenue"),
    column.money("EstimatedAmount", "Est. Value", { minValue: 0, maxValue: 1000000000000 }),
    baseAmount("EstimatedAmount", "Est. Value"),
    column.money("BudgetAmount", "Budget Amount", { minValue: 0, maxValue: 1000000000000 }),
    baseAmount("BudgetAmount", "Budget Amount"),
    column.choice("BudgetStatus", "Budget", { "No Committed Budget": 0, "May Buy": 1, "Can Buy": 2, "Will Buy": 3 }),
    column.choice("PurchaseTimeFrame", "Purchase Timeframe", purchaseTimeFrames),
    column.choice("PurchaseProcess", "Purchase Process", { Individual: 0, Committee: 1, Unknown: 2 }),
    column.choice("Need", "Need", { "Must have": 0, "Should have": 1, "Good to have": 2, "No need": 3 }),
    column.date("EstimatedCloseDate", "Est. Close Date"),
    column.memo("Description", "Description", 2000),
    ...addressColumns("Address1"),
    column.lookup("ParentAccountId", "Parent Account for lead", "account", "lead_parent_account"),
    column.lookup("ParentContactId", "Parent Contact for lead", "contact", "lead_parent_contact"),
    column.lookup("QualifyingOpportunityId", "Qualifying Opportunity", "opportunity", "lead_qualifying_opportunity"),
    column.customer("CustomerId", "Customer", { account: "lead_customer_accounts", contact: "lead_customer_contacts" }),
    ...currencyColumns("transactioncurrency_lead"),
  ],
});
