import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { escapeHtml, page } from "../tenant/flows/pages/html";
import { createIdentity, type Identity } from "../tenant/identity/createIdentity";
import type { RegisteredClient } from "../tenant/identity/Registration";
import type { TokenAnswer } from "../tenant/identity/TokenRequest";
import type { SystemRows } from "../tenant/solution/rows/SystemRows";

/** Sign-in to the tenant itself, as Microsoft Entra offers it to tools: by an app's secret, or by a code. */
export interface TenantSignIn {
  /** Answers the addresses of login.microsoftonline.com and says true; leaves others untouched and says false. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** systemuser id of whom an access token stands for; undefined for a token that is not good here. */
  userOf: (token: string) => Promise<string | undefined>;
  /** Tells a client where to sign in, as Dataverse does. */
  challenge: (host: string) => string;
}

/** The directory that the environment belongs to. */
const tenantId = "c3b1f0de-6a4e-4c55-8f53-0a4b9d2e7f11";

/** Secret of every application user here, as nobody keeps secrets on the desk. */
const applicationSecret = "local-tenant-secret";

/** The app registration of Microsoft's samples, by which tools let people sign in. */
const publicClient = { clientId: "51f81489-12ee-4a9e-aaae-a2591f45987d", clientSecret: "", allowPublicClient: true };

const devicePath = "/devicelogin";
const tokenAddress = /^\/([^/]+)\/oauth2\/v2\.0\/(token|devicecode)$/;
const metadataAddress = /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/;

export function createTenantSignIn(rows: SystemRows): TenantSignIn {
  const clients: RegisteredClient[] = [publicClient];
  const resources: string[] = [];
  const identity = createIdentity({
    clock: Date.now,
    ids: randomUUID,
    registration: { tenantId, clients, resources },
    signingSecret: randomBytes(32).toString("hex"),
  });

  /** Application users come and go, and the tenant answers by more than one name. */
  async function refresh(origin: string): Promise<void> {
    if (!resources.includes(origin)) resources.push(origin);
    const users = await rows.read("systemuser", ["applicationid"]);
    const ids = users.flatMap(({ applicationid }) => (applicationid === undefined ? [] : [String(applicationid)]));
    clients.splice(1, clients.length, ...ids.map((clientId) => ({ clientId, clientSecret: applicationSecret })));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const origin = `http://${request.headers.host ?? "localhost"}`;
    const { pathname } = new URL(request.url ?? "/", origin);
    if (pathname === devicePath) {
      await answerDevicePage(identity, rows, request, response);
      return true;
    }
    const [, of] = metadataAddress.exec(pathname) ?? [];
    if (of !== undefined) {
      sendJson(response, { status: 200, body: metadata(origin, of) });
      return true;
    }
    const [, tenant, endpoint] = tokenAddress.exec(pathname) ?? [];
    if (tenant === undefined || request.method !== "POST") return false;
    await refresh(origin);
    const asked = { tenant, form: new URLSearchParams(await text(request)) };
    sendJson(
      response,
      endpoint === "token"
        ? identity.answerTokenRequest(asked)
        : identity.startDeviceSignIn(asked, origin + devicePath),
    );
    return true;
  }

  async function userOf(token: string): Promise<string | undefined> {
    const reading = identity.readAccessToken(token);
    if (reading.kind !== "valid") return undefined;
    const { upn, appid } = reading.claims;
    const where = upn === undefined ? { applicationid: appid } : { domainname: upn };
    const [user] = await rows.read("systemuser", ["systemuserid"], where);
    return user && String(user.systemuserid);
  }

  const challenge = (host: string): string =>
    `Bearer authorization_uri=http://${host}/${tenantId}/oauth2/authorize, resource_id=http://${host}/`;
  return { answer, userOf, challenge };
}

function sendJson(response: ServerResponse, { status, body }: TokenAnswer): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

const metadata = (origin: string, tenant: string): object => ({
  // Clients take no other than an issuer with https.
  issuer: `${origin.replace("http:", "https:")}/${tenant}/v2.0`,
  authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
  token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
  device_authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/devicecode`,
  jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
});

/** Where a person types the code of a device and says who it is. */
async function answerDevicePage(
  identity: Identity,
  rows: SystemRows,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = new URLSearchParams(request.method === "POST" ? await text(request) : "");
  const name = form.get("user");
  const user = name === null ? null : { name, objectId: randomUUID(), withMfa: true };
  const isDone = user !== null && identity.decideDeviceSignIn(form.get("code") ?? "", user);
  const message =
    user === null
      ? ""
      : isDone
        ? "Signed in. You may close this page."
        : "That code did not work: check it and try again.";
  const users = await rows.read("systemuser", ["domainname", "fullname"]);
  const options = users.map(
    (each) => `<option value="${escapeHtml(String(each.domainname))}">${escapeHtml(String(each.fullname))}</option>`,
  );
  const content = `<main><h1>Sign in on another device</h1><p role="status">${message}</p><form method="post" class="card">
    <label>Code<input name="code" required autocomplete="off"></label><label>User<select name="user">${options.join("")}</select></label>
    <button>Sign in</button></form></main>`;
  response.writeHead(user === null || isDone ? 200 : 400, { "content-type": "text/html; charset=utf-8" });
  response.end(page("Sign in", content));
}
