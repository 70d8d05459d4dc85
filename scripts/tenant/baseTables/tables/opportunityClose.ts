import { defineTable } from "../defineTable";
import { column } from "../column";
import { currencyColumns } from "./currencyColumns";
import { baseAmount } from "./baseAmount";

/** The activity that winning or losing an opportunity leaves behind. */
export const opportunityClose = defineTable({
  schemaName: "OpportunityClose",
  entitySetName: "opportunitycloses",
  displayName: "Opportunity Close",
  collectionName: "Opportunity Close Activities",
  ownership: "user",
  primaryId: "ActivityId",
  primaryName: "subject",
  states: [
    { label: "Open", value: 0, reasons: { Open: 1 } },
    { label: "Completed", value: 1, reasons: { Completed: 2 } },
    { label: "Canceled", value: 2, reasons: { Canceled: 3 } },
  ],
  columns: [
    column.text("Subject", "Subject", 200, { required: "required" }),
    column.lookup("OpportunityId", "Opportunity", "opportunity", "Opportunity_OpportunityClose", {
      onDelete: "cascade",
    }),
    column.money("ActualRevenue", "Actual Revenue", { minValue: 0, maxValue: 1000000000000 }),
    baseAmount("ActualRevenue", "Actual Revenue"),
    column.dateTime("ActualEnd", "Actual End"),
    column.memo("Description", "Description", 2000),
    column.choice("OpportunityStatusCode", "Status Reason of the Opportunity", {
      "In Progress": 1,
      "On Hold": 2,
      Won: 3,
      Canceled: 4,
      "Out-Sold": 5,
    }),
    ...currencyColumns("transactioncurrency_opportunityclose"),
  ],
});
