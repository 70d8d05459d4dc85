import { account } from "../tables/account";
import type { BaseForm } from "./BaseForm";

export const accountMainForm: BaseForm = {
  id: "8448b78f-8f42-454e-8e2a-f8196b0419af",
  name: "Account",
  description: "The main form of accounts.",
  table: account,
  type: 2,
  header: ["revenue", "numberofemployees", "ownerid"],
  tabs: [
    {
      name: "SUMMARY_TAB",
      label: "Summary",
      columns: [
        [
          {
            name: "ACCOUNT_INFORMATION",
            label: "Account Information",
            columns: [
              "name",
              "telephone1",
              "fax",
              "websiteurl",
              "emailaddress1",
              "parentaccountid",
              "tickersymbol",
              "primarycontactid",
            ],
          },
        ],
        [
          {
            name: "ADDRESS",
            label: "Address",
            columns: [
              "address1_line1",
              "address1_line2",
              "address1_city",
              "address1_stateorprovince",
              "address1_postalcode",
              "address1_country",
            ],
          },
          {
            name: "DESCRIPTION_SECTION",
            label: "Description",
            columns: ["description", "industrycode", "ownershipcode", "transactioncurrencyid"],
          },
        ],
      ],
    },
  ],
};
