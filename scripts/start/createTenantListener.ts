import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { baseIds } from "../tenant/baseTables/baseIds";
import { requireTable } from "../tenant/dataverse/catalogue/requireTable";
import { english, userLanguages, type UserLanguage } from "../tenant/dataverse/languages";
import { requireRow } from "../tenant/dataverse/operations/findRow";
import { depth, depthOfPrivilege } from "../tenant/dataverse/security/privileges";
import { mayWriteRow } from "../tenant/dataverse/security/rowAccess";
import { createWebApi } from "../tenant/dataverse/webApi/createWebApi";
import type { FlowHost } from "../tenant/flows/createFlowHost";
import { createGalleryHost } from "../gallery/createGalleryHost";
import { createFormHost } from "../tenant/forms/createFormHost";
import type { TenantCore } from "../tenant/pipeline/createTenantCore";
import { createTenantSignIn } from "./createTenantSignIn";

/** The tenant's one address: the gallery first, then the Web API, then sign-in, then cloud flows, then pages, scripts and controls. */
export function createTenantListener(
  root: string,
  core: TenantCore,
  flows: FlowHost,
  log: (line: string) => void,
  language: UserLanguage = english,
): RequestListener {
  const { service, catalogue, transactions, customApis } = core;
  const signIn = createTenantSignIn(core.rows);
  const languageOf = (cookies: string | undefined): UserLanguage => chosenLanguage(cookies) ?? language;
  const webApi = createWebApi({
    service,
    catalogue,
    transactions,
    customApis,
    mayActForOthers: (userId) =>
      transactions.reading(
        () => depthOfPrivilege(core.dataverse, userId, "prvActOnBehalfOfAnotherUser") !== depth.none,
      ),
    localUserId: baseIds.kimSeller,
    chosenUser: (cookies) => chosenUser(core, cookies),
    languageOf: (cookies) => languageOf(cookies).id,
    // Nobody checks passwords on this machine: the name of a user is a token, too.
    resolveUser: async (token) => (await signIn.userOf(token)) ?? (await userByName(core, token)),
    challenge: signIn.challenge,
    log,
  });
  const formHost = createFormHost({
    root,
    service,
    catalogue,
    userOf: async (cookies) => (await chosenUser(core, cookies)) ?? baseIds.kimSeller,
    languageOf,
    organizationId: baseIds.organization,
    mayWrite: ({ userId, table: name, id }) =>
      transactions.reading(() => {
        const table = requireTable(catalogue, name);
        return mayWriteRow(core.dataverse, userId, table, requireRow(core.dataverse, table, id));
      }),
    hasPrivilege: ({ userId, right, depth: wanted, table }) =>
      transactions.reading(() => {
        const privilege = `prv${right}${requireTable(catalogue, table).schemaName}`;
        return depthOfPrivilege(core.dataverse, userId, privilege) >= wanted;
      }),
  });
  const gallery = createGalleryHost({ root, catalogue });
  return (request, response) => {
    answer([gallery, webApi, signIn.answer, (...asked) => flows.answer(...asked), formHost], request, response).catch(
      (error: unknown) => {
        log(`${request.method ?? ""} ${request.url ?? ""} failed: ${String(error)}`);
        if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
        response.end("The local tenant failed to answer; its console says why.");
      },
    );
  };
}

const chosenUserCookie = /(?:^|;\s*)tenant-user=([0-9a-f-]{36})(?:;|$)/;

const chosenLanguageCookie = /(?:^|;\s*)tenant-language=(\d+)(?:;|$)/;

/** The language that a browser was told to ask for, so that people of several languages share a tenant. */
const chosenLanguage = (cookies: string | undefined): UserLanguage | undefined => {
  const [, id] = chosenLanguageCookie.exec(cookies ?? "") ?? [];
  return userLanguages.find((each) => String(each.id) === id);
};

type Part = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

async function answer(parts: readonly Part[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const part of parts) if (await part(request, response)) return;
  response.writeHead(404, { "content-type": "text/plain" });
  response.end(`Nothing is at ${request.url ?? "/"}.`);
}

/** Whom the person at this machine chose to work as, in the top bar of the app. */
async function chosenUser(core: TenantCore, cookies: string | undefined): Promise<string | undefined> {
  const [, id] = chosenUserCookie.exec(cookies ?? "") ?? [];
  return id === undefined ? undefined : findUserId(core, { systemuserid: id });
}

const userByName = (core: TenantCore, name: string): Promise<string | undefined> =>
  findUserId(core, { domainname: name });

async function findUserId({ rows }: TenantCore, where: Record<string, string>): Promise<string | undefined> {
  const [user] = await rows.read("systemuser", ["systemuserid"], where);
  const id = user?.["systemuserid"];
  return typeof id === "string" ? id : undefined;
}
