import { importBuilt } from "../../scripts/start/importBuilt";
import { listen } from "../../scripts/start/listen";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { MetadataCatalogue } from "../../scripts/tenant/dataverse/catalogue/MetadataCatalogue";
import { createWebApi } from "../../scripts/tenant/dataverse/webApi/createWebApi";
import { createTenantCore } from "../../scripts/tenant/pipeline/createTenantCore";
import { createPluginRunner } from "../../scripts/tenant/sandboxWorker/createPluginRunner";
import { nameBasedGuid } from "../../scripts/tenant/solution/nameBasedGuid";
import type { FidelityTarget, TargetRequest, Seen } from "./FidelityTarget";
import { makeFixture } from "./makeFixture";

/** Saturday. */
const now = new Date("2026-03-14T09:26:53Z");
const objectId = "e39c5d16-675b-48d1-8e67-667427e9c084";

export interface LocalTargetOptions {
  /** The built package to install, for checks of what is there after an import. */
  zip?: string;
}

export interface LocalTarget extends FidelityTarget {
  /** What there is in the tenant. */
  catalogue: MetadataCatalogue;
}

/** The tenant of `npm start`, in memory and at a fixed moment, with the rows that the checks speak of. */
export async function startLocalTarget({ zip }: LocalTargetOptions): Promise<LocalTarget> {
  const runner = await createPluginRunner({});
  const tenant = await createTenantCore({ runner, clock: () => now });
  const { catalogue, transactions, rows } = tenant;
  await transactions.inTransaction(async () => addKeys(catalogue));
  await rows.save("systemuser", baseIds.kimSeller, { azureactivedirectoryobjectid: objectId });
  if (zip !== undefined) await importBuilt(tenant, zip);
  const webApi = createWebApi({
    ...tenant,
    localUserId: baseIds.kimSeller,
    resolveUser: async () => baseIds.alexAdmin,
    mayActForOthers: async (userId) => userId === baseIds.alexAdmin,
    log: () => undefined,
  });
  const server = await listen((request, response) => void webApi(request, response), 0, "the local tenant");
  const root = `${server.address}/api/data/v9.2/`;
  const sender = { marked: (text: string) => text, send: (request: TargetRequest) => sendOver(root, request) };
  return {
    ...sender,
    root,
    catalogue,
    asAdministrator: { authorization: "Bearer alex" },
    ids: {
      me: baseIds.kimSeller,
      euro: baseIds.euro,
      objectid: objectId,
      table: nameBasedGuid("table:account"),
      column: nameBasedGuid("column:account.customertypecode"),
      ...(await makeFixture(sender, baseIds.euro, true)),
    },
    runs: ["anywhere", "rows", "local", ...(zip === undefined ? [] : (["installed"] as const))],
    close: async () => {
      await server.close();
      await tenant.stop();
      await runner.stop();
    },
  };
}

/** Sends a request over the network as it is. */
export async function sendOver(root: string, { method, address, headers, body }: TargetRequest): Promise<Seen> {
  const url = address.startsWith("http") ? address : root + address;
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") === true;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? (JSON.parse(text) as unknown) : undefined,
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
