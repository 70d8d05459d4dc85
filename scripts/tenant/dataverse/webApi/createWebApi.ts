import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Caller } from "../OrganizationService";
import { answerRequest } from "./answerRequest";
import type { ApiRequest, ApiResponse } from "./http/ApiRequest";
import { errorResponse } from "./http/responses";
import { protocolRefusals } from "./protocolRefusals";
import { platformLimits, type ServiceLimits, ServiceProtection, TooManyRequests } from "./ServiceProtection";
import type { WebApiParts } from "./WebApiContext";

export interface WebApiOptions extends WebApiParts {
  /** systemuser id of who asks without credentials: the person at this machine. */
  localUserId: string;
  /** systemuser id of whom that person chose to work as, by the cookie header; undefined for nobody else. */
  chosenUser?: (cookies: string | undefined) => Promise<string | undefined>;
  /** Number of the language that texts are answered in, by the cookie header. @default English */
  languageOf?: (cookies: string | undefined) => number;
  /** systemuser id a bearer token stands for; undefined refuses it. */
  resolveUser: (bearerToken: string) => Promise<string | undefined>;
  /** What a refused token is answered with in WWW-Authenticate, by the host that was asked: where to get a better one. */
  challenge?: (host: string) => string;
  /** Gets a line for every refusal. */
  log: (line: string) => void;
  /** @default those of Dataverse */
  limits?: ServiceLimits;
}

/** Answers requests below `/api/data/` and says true; leaves others untouched and says false. */
export type WebApi = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const serviceAddress = /^\/api\/data\/(v[^/?]*)\/?([^?]*)(?:\?(.*))?$/;
const versions = ["v9.0", "v9.1", "v9.2"];

/** Requests a client is advised to have under way at once; Dataverse says so with every answer. */
const recommendedParallelism = 10;

function send(response: ServerResponse, { status, headers, body }: ApiResponse): void {
  const content = body === undefined ? undefined : Buffer.from(body, "utf8");
  response.writeHead(status, {
    ...headers,
    "Cache-Control": "no-cache",
    "x-ms-dop-hint": String(recommendedParallelism),
    ...(content && { "Content-Length": content.byteLength }),
  });
  response.end(content);
}

async function findUser(
  { localUserId, chosenUser, resolveUser }: WebApiOptions,
  { authorization, cookie }: IncomingMessage["headers"],
) {
  if (authorization === undefined || authorization === "") return (await chosenUser?.(cookie)) ?? localUserId;
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1];
  return token === undefined ? undefined : resolveUser(token);
}

const callerOf = (userId: string, languageId: number | undefined): Caller => ({
  userId,
  initiatingUserId: userId,
  depth: 1,
  correlationId: randomUUID(),
  ...(languageId !== undefined && { languageId }),
});

async function readRequest(request: IncomingMessage, path: string, query: string): Promise<ApiRequest> {
  const headers = new Map(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  return { method: request.method ?? "GET", path, query, headers, body: await text(request) };
}

/** The Dataverse Web API over the tenant's organization service. */
export function createWebApi(options: WebApiOptions): WebApi {
  const { service, catalogue, transactions, customApis, mayActForOthers, log, limits = platformLimits } = options;
  const parts: WebApiParts = {
    service,
    catalogue,
    transactions,
    customApis,
    ...(mayActForOthers && { mayActForOthers }),
  };
  const protection = new ServiceProtection(limits, () => performance.now());

  async function answer(request: ApiRequest, userId: string, root: string, languageId?: number): Promise<ApiResponse> {
    const setting = { parts, caller: callerOf(userId, languageId), root, log };
    try {
      return await protection.admit(userId, () => answerRequest(setting, request));
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
      log(`Web API refused ${request.method} ${request.path}: ${error.httpStatus} ${error.code} ${error.message}`);
      const { headers, ...refusal } = errorResponse(error);
      return { ...refusal, headers: { ...headers, "Retry-After": String(error.retryAfterSeconds) } };
    }
  }

  return async (request, response) => {
    const [, version, path, query = ""] = serviceAddress.exec(request.url ?? "") ?? [];
    if (version === undefined || path === undefined) return false;
    const read = await readRequest(request, path, query);
    const userId = await findUser(options, request.headers);
    const host = request.headers.host ?? "localhost";
    const isKnownVersion = versions.includes(version);
    if (!isKnownVersion || userId === undefined) {
      const error = isKnownVersion ? protocolRefusals.unauthorized() : protocolRefusals.versionUnsupported(version);
      log(`Web API refused ${read.method} ${path}: ${error.httpStatus} ${error.code} ${error.message}`);
      const { headers, ...refusal } = errorResponse(error);
      const challenge = error.httpStatus === 401 ? options.challenge?.(host) : undefined;
      send(response, { ...refusal, headers: { ...headers, ...(challenge && { "WWW-Authenticate": challenge }) } });
      return true;
    }
    const root = `http://${host}/api/data/${version}/`;
    send(response, await answer(read, userId, root, options.languageOf?.(request.headers.cookie)));
    return true;
  };
}
