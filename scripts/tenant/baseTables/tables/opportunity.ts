import { defineTable } from "../defineTable";
import { column } from "../column";
import { currencyColumns } from "./currencyColumns";
import { baseAmount } from "./baseAmount";
import { purchaseTimeFrames } from "./purchaseTimeFrames";

export const opportunity = defineTable({
  schemaName: "Opportunity",
  entitySetName: "opportunities",
  displayName: "Opportunity",
  collectionName: "Opportunities",
  ownership: "user",
  primaryName: "name",
  states: [
    { label: "Open", value: 0, reasons: { "In Progress": 1, "On Hold": 2 } },
    { label: "Won", value: 1, reasons: { Won: 3 } },
    { label: "Lost", value: 2, reasons: { Canceled: 4, "Out-Sold": 5 } },
  ],
  columns: [
    column.text("Name", "Topic", 300, { required: "required" }),
    column.customer("CustomerId", "Potential Customer", {
      account: "opportunity_customer_accounts",
      contact: "opportunity_customer_contacts",
    }),
    column.lookup("ParentAccountId", "Account", "account", "opportunity_parent_account"),
    column.lookup("ParentContactId", "Contact", "contact", "opportunity_parent_contact"),
    column.lookup("OriginatingLeadId", "Originating Lead", "lead", "opportunity_originating_lead"),
    column.date("EstimatedCloseDate", "Est. Close Date"),
    column.money("EstimatedValue", "Est. Revenue", { minValue: -1000000000000, maxValue: 1000000000000 }),
    baseAmount("EstimatedValue", "Est. Revenue"),
    column.yesNo("IsRevenueSystemCalculated", "Revenue", {
      options: [
        { value: 0, label: "User Provided" },
        { value: 1, label: "System Calculated" },
      ],
    }),
    column.date("ActualCloseDate", "Actual Close Date"),
    column.money("ActualValue", "Actual Revenue", { minValue: -1000000000000, maxValue: 1000000000000 }),
    baseAmount("ActualValue", "Actual Revenue"),
    column.money("BudgetAmount", "Budget Amount", { minValue: 0, maxValue: 1000000000000 }),
    baseAmount("BudgetAmount", "Budget Amount"),
    column.wholeNumber("CloseProbability", "Probability", { minValue: 0, maxValue: 100 }),
    column.choice("OpportunityRatingCode", "Rating", { Hot: 1, Warm: 2, Cold: 3 }, { defaultValue: 2 }),
    column.choice("BudgetStatus", "Budget", { "No Committed Budget": 0, "May Buy": 1, "Can Buy": 2, "Will Buy": 3 }),
    column.choice("PurchaseTimeframe", "Purchase Timeframe", purchaseTimeFrames),
    column.choice("PurchaseProcess", "Purchase Process", { Individual: 0, Committee: 1, Unknown: 2 }),
    column.choice("Need", "Need", { "Must have": 0, "Should have": 1, "Good to have": 2, "No need": 3 }),
    column.choice("SalesStage", "Sales Stage", { Qualify: 0, Develop: 1, Propose: 2, Close: 3 }, { defaultValue: 0 }),
    column.text("StepName", "Pipeline Phase", 200),
    column.email("EmailAddress", "Email Address", 100),
    column.memo("Description", "Description", 2000),
    column.memo("CurrentSituation", "Current Situation", 2000),
    column.memo("CustomerNeed", "Customer Need", 2000),
    column.memo("ProposedSolution", "Proposed Solution", 2000),
    ...currencyColumns("transactioncurrency_opportunity"),
  ],
});
