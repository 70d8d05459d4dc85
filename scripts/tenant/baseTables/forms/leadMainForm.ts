import { lead } from "../tables/lead";
import type { BaseForm } from "./BaseForm";

export const leadMainForm: BaseForm = {
  id: "e3b6ddb7-8df0-4410-ac7b-fd32e5053d38",
  name: "Lead",
  description: "The main form of leads.",
  table: lead,
  type: 2,
  header: ["leadsourcecode", "leadqualitycode", "statuscode", "ownerid"],
  tabs: [
    {
      name: "Summary",
      label: "Summary",
      columns: [
        [
          {
            name: "CONTACT",
            label: "Contact",
            columns: ["subject", "firstname", "lastname", "jobtitle", "telephone1", "mobilephone", "emailaddress1"],
          },
          {
            name: "COMPANY",
            label: "Company",
            columns: [
              "companyname",
              "websiteurl",
              "address1_line1",
              "address1_city",
              "address1_postalcode",
              "address1_country",
            ],
          },
        ],
        [
          {
            name: "DETAILS",
            label: "Details",
            columns: [
              "industrycode",
              "revenue",
              "numberofemployees",
              "estimatedamount",
              "estimatedclosedate",
              "transactioncurrencyid",
              "description",
            ],
          },
        ],
      ],
    },
  ],
};
