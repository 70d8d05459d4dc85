import { activeAndInactive, defineTable } from "../defineTable";
import { column } from "../column";
import { addressColumns } from "./addressColumns";
import { currencyColumns } from "./currencyColumns";

export const contact = defineTable({
  schemaName: "Contact",
  entitySetName: "contacts",
  displayName: "Contact",
  collectionName: "Contacts",
  ownership: "user",
  primaryName: "fullname",
  states: activeAndInactive,
  columns: [
    column.text("FirstName", "First Name", 50, { required: "recommended" }),
    column.text("MiddleName", "Middle Name", 50),
    column.text("LastName", "Last Name", 50, { required: "required" }),
    column.text("FullName", "Full Name", 160, { validForCreate: false, validForUpdate: false }),
    column.text("JobTitle", "Job Title", 100),
    column.customer("ParentCustomerId", "Company Name", {
      account: "contact_customer_accounts",
      contact: "contact_customer_contacts",
    }),
    column.email("EMailAddress1", "Email", 100),
    column.phone("Telephone1", "Business Phone", 50),
    column.phone("MobilePhone", "Mobile Phone", 50),
    column.phone("Fax", "Fax", 50),
    column.choice("GenderCode", "Gender", { Male: 1, Female: 2 }),
    column.date("BirthDate", "Birthday"),
    column.memo("Description", "Description", 2000),
    ...addressColumns("Address1"),
    column.lookup("OriginatingLeadId", "Originating Lead", "lead", "contact_originating_lead"),
    ...currencyColumns("transactioncurrency_contact"),
  ],
});
