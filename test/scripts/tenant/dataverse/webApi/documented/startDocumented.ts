import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { baseIds } from "../../../../../../scripts/tenant/baseTables/baseIds";
import { createWebApi } from "../../../../../../scripts/tenant/dataverse/webApi/createWebApi";
import type { MetadataCatalogue } from "../../../../../../scripts/tenant/dataverse/catalogue/MetadataCatalogue";
import { nameBasedGuid } from "../../../../../../scripts/tenant/solution/nameBasedGuid";
import { givenTenant, stopTenants } from "../../../pipeline/support/givenTenant";

export interface DocumentedTenant {
  /** `http://127.0.0.1:…/api/data/v9.2/` */
  root: string;
  /** What the names in braces stand for. */
  ids: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Saturday. */
const now = new Date("2026-03-14T09:26:53Z");
const objectId = "e39c5d16-675b-48d1-8e67-667427e9c084";

/** The tenant of `npm start`, at a fixed moment, with the rows that the examples speak of. */
export async function startDocumented(): Promise<DocumentedTenant> {
  const tenant = await givenTenant({ clock: () => now });
  const { catalogue, transactions, rows } = tenant;
  await transactions.inTransaction(async () => addKeys(catalogue));
  await rows.save("systemuser", baseIds.kimSeller, { azureactivedirectoryobjectid: objectId });
  const webApi = createWebApi({
    ...tenant,
    localUserId: baseIds.kimSeller,
    resolveUser: async () => baseIds.alexAdmin,
    mayActForOthers: async (userId) => userId === baseIds.alexAdmin,
    log: () => undefined,
  });
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => void webApi(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/data/v9.2/`;
  const ids = {
    me: baseIds.kimSeller,
    euro: baseIds.euro,
    objectid: objectId,
    table: nameBasedGuid("table:account"),
    column: nameBasedGuid("column:account.customertypecode"),
    ...(await addRows(root)),
  };
  return {
    root,
    ids,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stopTenants();
    },
  };
}

/** No table has an alternate key until somebody adds one; the documentation takes these for granted. */
function addKeys(catalogue: MetadataCatalogue): void {
  const add = (table: string, columns: string[]) => {
    const known = catalogue.table(table);
    if (known) catalogue.saveTable({ ...known, keys: [{ name: `${table}_${columns.join("_")}`, columns }] });
  };
  add("contact", ["firstname", "emailaddress1"]);
  add("account", ["primarycontactid"]);
}

async function post(root: string, set: string, body: object): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(root + set, { method: "POST", headers, body: JSON.stringify(body) });
  const id = /\(([0-9a-f-]{36})\)$/.exec(answer.headers.get("odata-entityid") ?? "")?.[1];
  if (id === undefined) throw new Error(`POST ${set} answered ${answer.status}: ${await answer.text()}`);
  return id;
}

const person = (firstname: string, lastname: string, jobtitle: string) => ({
  firstname,
  lastname: `${lastname} (sample)`,
  jobtitle,
  emailaddress1: `${firstname.toLowerCase()}@example.com`,
});

const inEuro = { "transactioncurrencyid@odata.bind": `/transactioncurrencies(${baseIds.euro})` };

async function addRows(root: string): Promise<Record<string, string>> {
  const account = await post(root, "accounts", {
    name: "Contoso, Ltd. (sample)",
    accountnumber: "C-1",
    address1_city: "Redmond",
    numberofemployees: 1500,
    revenue: 20000,
    customertypecode: 1,
    ...inEuro,
    primarycontactid: person("Yvonne", "McKay", "Coffee Master"),
    contact_customer_accounts: [
      person("Susanna", "Stubberod", "Senior Purchaser"),
      person("Nancy", "Anderson", "Activities Manager"),
      person("Jan", "Jansen", "Accounts Clerk"),
    ],
  });
  const others = [
    { name: "Gourmet (sample)", overriddencreatedon: "2026-03-11T12:00:00Z", numberofemployees: 700 },
    {
      name: "Humongous (sample)",
      overriddencreatedon: "2026-03-05T12:00:00Z",
      numberofemployees: 6000,
      address1_city: "Redmond",
    },
    {
      name: "Fabrikam, Inc. (sample)",
      overriddencreatedon: "2026-02-02T12:00:00Z",
      numberofemployees: 2700,
      address1_city: "Lynnwood",
    },
    {
      name: "Litware, Inc. (sample)",
      overriddencreatedon: "2025-02-07T12:00:00Z",
      numberofemployees: 6000,
      address1_city: "Dallas",
      revenue: 10000,
      customertypecode: 3,
      ...inEuro,
      "parentaccountid@odata.bind": `/accounts(${account})`,
    },
  ];
  for (const other of others) await post(root, "accounts", other);
  const read = async (path: string) =>
    ((await (await fetch(root + path)).json()) as { value: Record<string, string>[] }).value;
  const [nancy] = await read("contacts?$select=fullname&$filter=firstname eq 'Nancy'");
  const deals: [string, string][] = [
    ["Alpha (sample)", "2026-03-15"],
    ["Beta (sample)", "2026-03-18"],
    ["Delta (sample)", "2026-04-20"],
    ["Epsilon (sample)", "2027-05-01"],
  ];
  for (const [name, estimatedclosedate] of deals) {
    await post(root, "opportunities", {
      name,
      estimatedclosedate,
      "parentaccountid@odata.bind": `/accounts(${account})`,
      ...(name.startsWith("Alpha") && { "parentcontactid@odata.bind": `/contacts(${nancy?.contactid ?? ""})` }),
    });
  }
  await post(root, "contacts", { firstname: "Pat", lastname: "O'Bryan" });
  const [yvonne] = await read("contacts?$select=fullname&$filter=firstname eq 'Yvonne'");
  const [view] = await read("savedqueries?$select=name&$filter=returnedtypecode eq 'account' and querytype eq 0");
  const opportunity = await post(root, "opportunities", {
    name: "For a reference",
    "customerid_account@odata.bind": `/accounts(${account})`,
  });
  return { account, contact: yvonne?.contactid ?? "", view: view?.savedqueryid ?? "", opportunity };
}
