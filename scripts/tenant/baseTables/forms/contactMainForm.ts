import { contact } from "../tables/contact";
import type { BaseForm } from "./BaseForm";

export const contactMainForm: BaseForm = {
  id: "1fed44d1-ae68-4a41-bd2b-f13acac4acfa",
  name: "Contact",
  description: "The main form of contacts.",
  table: contact,
  type: 2,
  header: ["ownerid"],
  tabs: [
    {
      name: "SUMMARY_TAB",
      label: "Summary",
      columns: [
        [
          {
            name: "CONTACT_INFORMATION",
            label: "Contact Information",
            columns: [
              "firstname",
              "lastname",
              "jobtitle",
              "parentcustomerid",
              "emailaddress1",
              "telephone1",
              "mobilephone",
              "fax",
            ],
          },
        ],
        [
          {
            name: "ADDRESS",
            label: "Address",
            columns: [
              "address1_line1",
              "address1_city",
              "address1_stateorprovince",
              "address1_postalcode",
              "address1_country",
            ],
          },
          { name: "DESCRIPTION_SECTION", label: "Description", columns: ["description"] },
        ],
      ],
    },
  ],
};
