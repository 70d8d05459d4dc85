/** Columns that no row of the map has a label for, as forms call them. */
const labels: Readonly<Record<string, string>> = {
  "contact.firstname": "First Name",
  "contact.lastname": "Last Name",
  "contact.emailaddress1": "Email",
  "contact.telephone1": "Business Phone",
  "contact.jobtitle": "Job Title",
  "lead.companyname": "Company Name",
  "lead.firstname": "First Name",
  "lead.lastname": "Last Name",
  "lead.emailaddress1": "Email",
  "lead.telephone1": "Business Phone",
  "lead.jobtitle": "Job Title",
  "lead.address1_line1": "Street 1",
  "lead.address1_line2": "Street 2",
  "lead.address1_city": "City",
  "lead.address1_stateorprovince": "State/Province",
  "lead.address1_postalcode": "ZIP/Postal Code",
  "lead.address1_country": "Country/Region",
};

/** A column, `table.column`, in words for sellers. */
export const columnLabel = (name: string): string => labels[name] ?? name;
