import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createWebApi } from "../../../../../scripts/tenant/dataverse/webApi/createWebApi";
import type { CustomApiCatalogue } from "../../../../../scripts/tenant/dataverse/webApi/CustomApiCatalogue";
import type { ServiceLimits } from "../../../../../scripts/tenant/dataverse/webApi/ServiceProtection";
import type { OrganizationService } from "../../../../../scripts/tenant/dataverse/OrganizationService";
import { adaId, benId, createSales, type Sales } from "./createSales";

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body; undefined for one that is no JSON. */
  json: Record<string, unknown>;
}

export interface TestWebApi {
  sales: Sales;
  /** `http://127.0.0.1:…/` */
  origin: string;
  /** `http://127.0.0.1:…/api/data/v9.2/` */
  root: string;
  logged: string[];
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Creates a row and returns its id. */
  create(set: string, body: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

export interface WebApiDoubles {
  service?: (service: OrganizationService) => OrganizationService;
  customApis?: CustomApiCatalogue;
  limits?: ServiceLimits;
  mayActForOthers?: (userId: string) => Promise<boolean>;
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

/** A server with the Web API over the sales tables; the token `ben` stands for Ben, no other for anyone. */
export async function startWebApi(doubles: WebApiDoubles = {}): Promise<TestWebApi> {
  const sales = await createSales();
  const logged: string[] = [];
  const webApi = createWebApi({
    ...sales,
    service: doubles.service?.(sales.service) ?? sales.service,
    customApis: doubles.customApis ?? { find: async () => undefined },
    ...(doubles.limits && { limits: doubles.limits }),
    ...(doubles.mayActForOthers && { mayActForOthers: doubles.mayActForOthers }),
    localUserId: adaId,
    resolveUser: async (token) => (token === "ben" ? benId : undefined),
    log: (line) => logged.push(line),
  });
  const server = createServer((request, response) => {
    void webApi(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const root = `${origin}api/data/v9.2/`;

  const send: TestWebApi["send"] = async (method, path, body, headers = {}) => {
    const isText = typeof body === "string";
    const content = body === undefined ? {} : { body: isText ? body : JSON.stringify(body) };
    const type = body === undefined || isText ? {} : { "content-type": "application/json" };
    return toAnswer(await fetch(root + path, { method, headers: { ...type, ...headers }, ...content }));
  };
  return {
    sales,
    origin,
    root,
    logged,
    send,
    get: (path, headers) => send("GET", path, undefined, headers),
    create: async (set, body) => {
      const { status, headers, text } = await send("POST", set, body);
      const id = /\(([0-9a-f-]{36})\)$/.exec(headers.get("odata-entityid") ?? "")?.[1];
      if (id === undefined) throw new Error(`POST ${set} answered ${status}: ${text}`);
      return id;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      sales.close();
    },
  };
}
