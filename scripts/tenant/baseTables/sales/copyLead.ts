import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { EntityValue, Value } from "../../dataverse/values";

const address = ["line1", "line2", "line3", "city", "stateorprovince", "postalcode", "country"];
const same = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));
const ofEach = ["ownerid", "description", "transactioncurrencyid"];

/** Column of the new row by column of the lead: the column mappings that Sales comes with. */
const copies = {
  account: {
    companyname: "name",
    ...same([...ofEach, ...address.map((part) => `address1_${part}`)]),
    ...same(["telephone1", "emailaddress1", "websiteurl", "industrycode", "numberofemployees", "revenue"]),
  },
  contact: {
    ...same([...ofEach, ...address.map((part) => `address1_${part}`)]),
    ...same(["firstname", "lastname", "jobtitle", "telephone1", "mobilephone", "emailaddress1"]),
  },
  opportunity: {
    subject: "name",
    estimatedamount: "estimatedvalue",
    ...same([...ofEach, "estimatedclosedate", "budgetamount", "budgetstatus", "need"]),
    ...same(["purchaseprocess", "purchasetimeframe", "emailaddress"]),
  },
} as const;

/** What a row made of a lead starts with: the lead's values, and the lead itself where the table has a column for it. */
export function copyLead(
  catalogue: MetadataCatalogue,
  { id, attributes }: EntityValue,
  table: keyof typeof copies,
): Record<string, Value> {
  const copied: Record<string, Value> = {};
  for (const [from, to] of Object.entries(copies[table])) {
    const value = attributes[from] ?? null;
    if (value !== null && catalogue.column(table, to)) copied[to] = value;
  }
  if (id !== undefined && catalogue.column(table, "originatingleadid"))
    copied.originatingleadid = { $t: "ref", table: "lead", id };
  return copied;
}
