import { opportunity } from "../tables/opportunity";
import type { BaseForm } from "./BaseForm";

/** What the + of a lookup opens. */
export const opportunityQuickCreateForm: BaseForm = {
  id: "4a4b2b54-a4c9-4ac1-9dc1-8db0d1f4f1ae",
  name: "Opportunity Quick Create",
  description: "The form that creates an opportunity without leaving the page.",
  table: opportunity,
  type: 7,
  header: [],
  tabs: [
    {
      name: "tab_1",
      label: "Details",
      columns: [
        [
          {
            name: "details",
            label: "Details",
            columns: ["name", "parentaccountid", "parentcontactid", "estimatedclosedate", "estimatedvalue"],
          },
        ],
      ],
    },
  ],
};
