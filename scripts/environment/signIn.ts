import {
  ConfidentialClientApplication,
  PublicClientApplication,
  type AuthenticationResult,
  type Configuration,
  type INetworkModule,
  type NetworkResponse,
} from "@azure/msal-node";
import { EnvironmentProblem } from "./EnvironmentProblem";
import { isLoopback } from "./readEnvironmentAddress";

/** As whom to sign in; without a secret and without a token a person does, on another page. */
export interface Credentials {
  accessToken?: string;
  /** Of the app registration. @default Microsoft's own for such tools */
  clientId?: string;
  clientSecret?: string;
  /** @default the one the environment belongs to */
  tenantId?: string;
}

/** The app registration that Microsoft's documentation names for trying out the Web API as oneself. */
const sampleClientId = "51f81489-12ee-4a9e-aaae-a2591f45987d";

/** Reads who signs in from environment variables. */
export function readCredentials(env: Readonly<Record<string, string | undefined>>): Credentials {
  const { DATAVERSE_ACCESS_TOKEN, DATAVERSE_CLIENT_ID, DATAVERSE_CLIENT_SECRET, DATAVERSE_TENANT_ID } = env;
  return {
    ...(DATAVERSE_ACCESS_TOKEN && { accessToken: DATAVERSE_ACCESS_TOKEN }),
    ...(DATAVERSE_CLIENT_ID && { clientId: DATAVERSE_CLIENT_ID }),
    ...(DATAVERSE_CLIENT_SECRET && { clientSecret: DATAVERSE_CLIENT_SECRET }),
    ...(DATAVERSE_TENANT_ID && { tenantId: DATAVERSE_TENANT_ID }),
  };
}

export interface SignInOptions {
  /** Origin of the environment. */
  address: string;
  credentials: Credentials;
  /** Whether a person is there to type a code. */
  isAttended: boolean;
  say: (line: string) => void;
}

/** Gives access tokens for an environment, new ones as they run out. */
export async function createSignIn(options: SignInOptions): Promise<() => Promise<string>> {
  const { accessToken, clientId, clientSecret } = options.credentials;
  if (accessToken) return () => Promise.resolve(accessToken);
  if (clientSecret && !clientId)
    throw new EnvironmentProblem(
      "DATAVERSE_CLIENT_SECRET is set, and DATAVERSE_CLIENT_ID is not.",
      "Set both: they are the Application (client) ID and a secret of one app registration in Microsoft Entra.",
    );
  if (!clientSecret && !options.isAttended)
    throw new EnvironmentProblem(
      "Nobody is here to sign in with a code, and no secret is set.",
      "Set DATAVERSE_CLIENT_ID and DATAVERSE_CLIENT_SECRET of an app registration that is an application user of the environment, or DATAVERSE_ACCESS_TOKEN. At a terminal, --device-code asks a person.",
    );
  const authority = await findAuthority(options);
  const scopes = [`${options.address}/.default`];
  const auth = { clientId: clientId ?? sampleClientId, authority: authority.href, knownAuthorities: [authority.host] };
  const system = isLoopback(authority.hostname) ? { networkClient: plainOnLoopback } : {};
  const acquire = clientSecret
    ? withSecret({ auth: { ...auth, clientSecret }, system }, scopes)
    : withDeviceCode({ auth, system }, scopes, options.say);
  let current: { token: string; endsMs: number } | undefined;
  return async () => {
    if (current && current.endsMs - renewBeforeMs > Date.now()) return current.token;
    const result = await acquire().catch((error: unknown) => {
      throw signInProblem(error, clientSecret !== undefined);
    });
    if (!result) throw signInProblem(new Error("no token came"), clientSecret !== undefined);
    current = { token: result.accessToken, endsMs: result.expiresOn?.getTime() ?? 0 };
    return current.token;
  };
}

const renewBeforeMs = 300_000;

type Acquire = () => Promise<AuthenticationResult | null>;

function withSecret(configuration: Configuration, scopes: string[]): Acquire {
  const app = new ConfidentialClientApplication(configuration);
  return () => app.acquireTokenByClientCredential({ scopes });
}

function withDeviceCode(configuration: Configuration, scopes: string[], say: (line: string) => void): Acquire {
  const app = new PublicClientApplication(configuration);
  return async () => {
    const [account] = await app.getTokenCache().getAllAccounts();
    if (account) return app.acquireTokenSilent({ account, scopes });
    return app.acquireTokenByDeviceCode({ scopes, deviceCodeCallback: ({ message }) => say(message) });
  };
}

const commercialCloud = "https://login.microsoftonline.com";

/**
 * Where to sign in: an environment names its own tenant, and the cloud it is in, to whoever asks without a token.
 * Source: "Use OAuth authentication with Microsoft Dataverse", discovery of the authorization URL.
 */
async function findAuthority({ address, credentials }: SignInOptions): Promise<URL> {
  const challenge = await fetch(`${address}/api/data/v9.2/WhoAmI`, { headers: { authorization: "Bearer" } }).then(
    (response) => response.headers.get("www-authenticate") ?? "",
    (error: unknown) => {
      throw toNetworkError(error);
    },
  );
  const [, told = ""] = /authorization_uri="?([^",\s]+)/.exec(challenge) ?? [];
  const [origin, tenant] = URL.canParse(told)
    ? [new URL(told).origin, new URL(told).pathname.split("/")[1]]
    : [commercialCloud, undefined];
  const authority = new URL(`${origin}/${credentials.tenantId ?? tenant ?? "organizations"}`);
  authority.protocol = "https:";
  return authority;
}

/** `fetch` hides the reason of the network in the cause. */
function toNetworkError(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}

/** MSAL speaks https only, and the local tenant plain http. */
const plainOnLoopback: INetworkModule = {
  sendGetRequestAsync: (url, options) => sendPlain(url, { headers: options?.headers ?? {} }),
  sendPostRequestAsync: (url, options) =>
    sendPlain(url, { method: "POST", headers: options?.headers ?? {}, body: options?.body ?? "" }),
};

async function sendPlain<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
  const response = await fetch(url.replace(/^https:/, "http:"), init);
  return {
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as T,
    status: response.status,
  };
}

function signInProblem(error: unknown, isApp: boolean): EnvironmentProblem {
  const message = error instanceof Error ? error.message : String(error);
  const [, number] = /AADSTS(\d+)/.exec(message) ?? [];
  const remedy = (number && remedies[number]) ?? (isApp ? appRemedy : personRemedy);
  return new EnvironmentProblem(`Microsoft Entra refused the sign-in. ${message.split("\n")[0] ?? ""}`, remedy);
}

const appRemedy =
  "Check DATAVERSE_CLIENT_ID, DATAVERSE_CLIENT_SECRET and DATAVERSE_TENANT_ID; an administrator of the app registration in Microsoft Entra sees what they should be.";
const personRemedy = "Run it again and sign in with an account of the environment's own tenant.";

/** By Entra's own numbers. */
const remedies: Readonly<Record<string, string>> = {
  "7000215":
    "The secret is wrong: take its Value, not its Secret ID, from Certificates & secrets of the app registration, and set DATAVERSE_CLIENT_SECRET. Its owner, or an Entra administrator, can.",
  "7000222":
    "The secret has expired: the owner of the app registration, or an Entra administrator, makes a new one; set DATAVERSE_CLIENT_SECRET.",
  "700016":
    "DATAVERSE_CLIENT_ID names no app of this tenant: take the Application (client) ID from the app registration, and check DATAVERSE_TENANT_ID.",
  "90002": "DATAVERSE_TENANT_ID names no tenant: take the Directory (tenant) ID, or leave the variable out.",
  "53003":
    "A Conditional Access policy of your company forbids it, often the sign-in with a code: set DATAVERSE_CLIENT_ID and DATAVERSE_CLIENT_SECRET of an app, or ask an Entra administrator.",
  "65004": "The sign-in was declined on the page. Run it again.",
};
