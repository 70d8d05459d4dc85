import type { FidelityTarget } from "./FidelityTarget";
import { createdId, sendText } from "./runCheck";

type Sender = Pick<FidelityTarget, "marked" | "send">;

const person = (firstname: string, lastname: string, jobtitle: string) => ({
  firstname,
  lastname: `${lastname} (sample)`,
  jobtitle,
  emailaddress1: `${firstname.toLowerCase()}@example.com`,
});

/**
 * Makes the rows that checks ask for, and says their ids. `currency` is a currency's id. Ages are given only where `isAged`: they
 * need the privilege to override the time of creation.
 */
export async function makeFixture(
  sender: Sender,
  currency: string,
  isAged: boolean,
): Promise<Readonly<Record<string, string>>> {
  const post = async (set: string, body: object): Promise<string> =>
    createdId(await sendText(sender, `POST ${set}`, JSON.parse(sender.marked(JSON.stringify(body)))));
  const read = async (path: string): Promise<Record<string, string>[]> =>
    ((await sendText(sender, `GET ${sender.marked(path)}`)).json as { value: Record<string, string>[] }).value;
  const inCurrency = { "transactioncurrencyid@odata.bind": `/transactioncurrencies(${currency})` };
  const aged = (createdOn: string) => (isAged ? { overriddencreatedon: createdOn } : {});

  const account = await post("accounts", {
    name: "Contoso, Ltd. (sample)",
    accountnumber: "C-1",
    address1_city: "Redmond",
    numberofemployees: 1500,
    revenue: 20000,
    customertypecode: 1,
    ...inCurrency,
    primarycontactid: person("Yvonne", "McKay", "Coffee Master"),
    contact_customer_accounts: [
      person("Susanna", "Stubberod", "Senior Purchaser"),
      person("Nancy", "Anderson", "Activities Manager"),
      person("Jan", "Jansen", "Accounts Clerk"),
    ],
  });
  await post("accounts", { name: "Gourmet (sample)", numberofemployees: 700, ...aged("2026-03-11T12:00:00Z") });
  await post("accounts", {
    name: "Humongous (sample)",
    numberofemployees: 6000,
    address1_city: "Redmond",
    ...aged("2026-03-05T12:00:00Z"),
  });
  await post("accounts", {
    name: "Fabrikam, Inc. (sample)",
    numberofemployees: 2700,
    address1_city: "Lynnwood",
    ...aged("2026-02-02T12:00:00Z"),
  });
  await post("accounts", {
    name: "Litware, Inc. (sample)",
    numberofemployees: 6000,
    address1_city: "Dallas",
    revenue: 10000,
    customertypecode: 3,
    ...inCurrency,
    ...aged("2025-02-07T12:00:00Z"),
    "parentaccountid@odata.bind": `/accounts(${account})`,
  });

  const one = async (set: string, firstname: string): Promise<string> => {
    const [row] = await read(
      `${set}?$select=contactid&$filter=firstname eq '${firstname}' and endswith(lastname,'(sample)')`,
    );
    return row?.["contactid"] ?? "";
  };
  const nancy = await one("contacts", "Nancy");
  const deals = { Alpha: "2026-03-15", Beta: "2026-03-18", Delta: "2026-04-20", Epsilon: "2027-05-01" };
  for (const [name, estimatedclosedate] of Object.entries(deals)) {
    await post("opportunities", {
      name: `${name} (sample)`,
      estimatedclosedate,
      "parentaccountid@odata.bind": `/accounts(${account})`,
      ...(name === "Alpha" && { "parentcontactid@odata.bind": `/contacts(${nancy})` }),
    });
  }
  await post("contacts", { firstname: "Pat", lastname: "O'Bryan" });
  const [view] = await read("savedqueries?$select=name&$filter=returnedtypecode eq 'account' and querytype eq 0");
  const opportunity = await post("opportunities", {
    name: "For a reference",
    "customerid_account@odata.bind": `/accounts(${account})`,
  });
  return { account, contact: await one("contacts", "Yvonne"), view: view?.["savedqueryid"] ?? "", opportunity };
}
