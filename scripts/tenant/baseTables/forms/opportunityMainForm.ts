import { opportunity } from "../tables/opportunity";
import type { BaseForm } from "./BaseForm";

/** The form solutions extend: its id, and the ids of its first tab and section, are those of Sales Hub. */
export const opportunityMainForm: BaseForm = {
  id: "a837e4a7-01b8-4f82-a475-be9abd67e667",
  name: "Opportunity",
  description: "A form for this table that enables a seller to work a deal.",
  table: opportunity,
  type: 2,
  header: ["estimatedclosedate", "estimatedvalue", "statuscode", "ownerid"],
  events: ["onload", "onsave"],
  tabs: [
    {
      name: "Summary",
      label: "Summary",
      id: "{b6a005fd-5964-4427-b39b-6750e1a5fa6f}",
      columns: [
        [
          {
            name: "opportunity_information",
            label: "Opportunity",
            columns: [
              "name",
              "parentcontactid",
              "parentaccountid",
              "purchasetimeframe",
              "transactioncurrencyid",
              "budgetamount",
              "purchaseprocess",
              "description",
            ],
          },
          { name: "situation", label: "Situation", columns: ["currentsituation", "customerneed", "proposedsolution"] },
        ],
        [
          {
            name: "forecast",
            label: "Forecast",
            columns: ["estimatedclosedate", "estimatedvalue", "opportunityratingcode", "closeprobability"],
          },
          { name: "ownership", label: "Ownership", columns: ["ownerid", "statecode", "statuscode"] },
        ],
      ],
    },
    {
      name: "Details",
      label: "Details",
      columns: [
        [{ name: "origin", label: "Origin", columns: ["originatingleadid", "salesstage", "stepname"] }],
        [
          {
            name: "history",
            label: "History",
            columns: ["createdon", "createdby", "modifiedon", "modifiedby", "actualclosedate", "actualvalue"],
          },
        ],
      ],
    },
  ],
};
