import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DOMParser } from "@xmldom/xmldom";

type Row = Record<string, unknown>;

export interface FixtureWebApi {
  /** Rows by entity set and id, in the shape the Web API has on the wire. */
  sets: Record<string, Map<string, Row>>;
  /** Every request that changed something, as it came. */
  writes: { method: string; path: string; body: Row }[];
  /** Words of the next refusal; used once. */
  refuseNext?: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

const root = "/api/data/v9.2/";

async function readBody(request: IncomingMessage): Promise<Row> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as Row) : {};
}

/** `acme_ParentId@odata.bind: "/accounts(…)"` becomes `_acme_parentid_value`, as rows are read. */
const bound = (body: Row): Row =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (!name.endsWith("@odata.bind")) return [name, value];
      const column = name.replace(/(_account|_contact|_systemuser)?@odata\.bind$/, "").toLowerCase();
      return [`_${column}_value`, typeof value === "string" ? (/\(([^)]+)\)/.exec(value)?.[1] ?? null) : null];
    }),
  );

function send(response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): true {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
  return true;
}

function query(rows: Row[], fetchXml: string | null): Row[] {
  if (fetchXml === null) return rows;
  const document = new DOMParser().parseFromString(fetchXml, "text/xml");
  const conditions = Array.from(document.getElementsByTagName("condition"));
  return rows.filter((row) =>
    conditions.every((condition) => {
      const name = condition.getAttribute("attribute") ?? "";
      const value = JSON.stringify(row[name] ?? row[`_${name}_value`] ?? "")
        .replace(/"/g, "")
        .toLowerCase();
      const wanted = (condition.getAttribute("value") ?? "").toLowerCase();
      return condition.getAttribute("operator") === "like"
        ? value.startsWith(wanted.replace(/%/g, ""))
        : value === wanted;
    }),
  );
}

/** The few Web API requests a form makes, over rows in memory. */
export function fixtureWebApi(sets: FixtureWebApi["sets"]): FixtureWebApi {
  const api: FixtureWebApi = {
    sets,
    writes: [],
    handle: async (request, response) => {
      const address = new URL(request.url ?? "/", "http://fixture");
      if (!address.pathname.startsWith(root)) return false;
      const path = decodeURIComponent(address.pathname.slice(root.length));
      const [, set = "", id] = /^(\w+)(?:\((.+)\))?$/.exec(path) ?? [];
      const method = request.method ?? "GET";
      if (method !== "GET") api.writes.push({ method, path, body: await readBody(request) });
      if (method !== "GET" && api.refuseNext !== undefined) {
        const message = api.refuseNext;
        delete api.refuseNext;
        return send(response, 400, { error: { code: "0x80040265", message } });
      }
      const body = bound(api.writes.at(-1)?.body ?? {});
      const rows = (api.sets[set] ??= new Map<string, Row>());
      if (method === "POST") {
        const newId = randomUUID();
        rows.set(newId, body);
        return send(response, 204, undefined, { "odata-entityid": `http://fixture${root}${set}(${newId})` });
      }
      if (id === undefined)
        return send(response, 200, { value: query([...rows.values()], address.searchParams.get("fetchXml")) });
      const row = rows.get(id);
      if (!row)
        return send(response, 404, { error: { code: "0x80040217", message: `${set} With Id = ${id} Does Not Exist` } });
      if (method === "PATCH") rows.set(id, { ...row, ...body });
      if (method === "DELETE") rows.delete(id);
      return method === "GET" ? send(response, 200, row) : send(response, 204);
    },
  };
  return api;
}
