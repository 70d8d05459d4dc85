import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { NotificationSigner } from "../../../../scripts/tenant/partnerCenter/certificates/NotificationSigner";
import { openNotificationSigner } from "../../../../scripts/tenant/partnerCenter/certificates/openNotificationSigner";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import {
  createPartnerCenterSandbox,
  type PartnerCenterSandbox,
} from "../../../../scripts/tenant/partnerCenter/createPartnerCenterSandbox";
import type { SandboxOptions } from "../../../../scripts/tenant/partnerCenter/openSandboxState";
import type { Notification } from "../../../../scripts/tenant/partnerCenter/webhooks/PostNotification";

type Resource = "https://api.partner.microsoft.com" | "https://api.partnercenter.microsoft.com";

/** A sandbox on a free port, with a client that knows how to sign in and talk to it. */
export interface RunningSandbox {
  address: string;
  sandbox: PartnerCenterSandbox;
  /** Milliseconds since 1970; a test moves it. */
  time: { nowMs: number };
  /** A call of the Referrals API with token and the headers it demands; `headers` override them, null removes one. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  /** An access token of the standard admin, or of the person with this name. */
  token(resource?: Resource, name?: string): string;
  /** Notifications sent, oldest first; none leaves the process unless `post` says so. */
  sent: Notification[];
  stop(): Promise<void>;
}

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string | null>;
}

export interface Reply {
  status: number;
  headers: Headers;
  body: WireBody;
}

/** The JSON of an answer as far as tests look into it; a body that is not JSON is in `text`. */
export interface WireBody {
  id: string;
  engagementId: string;
  eTag: string;
  name: string;
  updatedDateTime: string;
  text: string;
  error: { code: string; message: string; target: string; innerError: { code: string; message: string } };
  value: WireBody[];
  "@odata.count": number;
  "@odata.nextLink"?: string;
  [more: string]: unknown;
}

export const startOfTime = Date.UTC(2026, 0, 15, 12, 0, 0);

/** Making its keys takes a moment, so all sandboxes of a test file share one. */
let sharedSigner: NotificationSigner | undefined;

/** GUIDs that count up: the same run gives the same ids. */
export function countingIds(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, "0")}`;
}

export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const time = { nowMs: startOfTime };
  const sent: Notification[] = [];
  const sandbox = createPartnerCenterSandbox({
    clock: () => time.nowMs,
    ids: countingIds(),
    random: () => 0.5,
    post: async (notification) => {
      sent.push(notification);
      return { kind: "answered", status: 200 };
    },
    signer: () => (sharedSigner ??= openNotificationSigner(new Map())),
    ...options,
  });
  const server = createServer(sandbox.listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token: RunningSandbox["token"] = (
    resource = "https://api.partner.microsoft.com",
    name = localPartner.user.name,
  ) => mintToken(sandbox, resource, name);
  return {
    address,
    sandbox,
    sent,
    time,
    token,
    async call(method, path, { body, headers = {} } = {}) {
      const resource = path.startsWith("/partnercenter") ? "https://api.partnercenter.microsoft.com" : undefined;
      const all: Record<string, string | null> = {
        authorization: `Bearer ${token(resource)}`,
        "client-request-id": "11111111-1111-4111-8111-111111111111",
        "content-type": "application/json",
        ...headers,
      };
      const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
      const payload = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
      const response = await fetch(address + path, { method, headers: sent, ...payload, redirect: "manual" });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
      const read = (isJson ? JSON.parse(text) : { text }) as WireBody;
      return { status: response.status, headers: response.headers, body: read };
    },
    async stop() {
      sandbox.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function mintToken(sandbox: PartnerCenterSandbox, resource: Resource, name: string): string {
  const { client, user, tenantId } = localPartner;
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    refresh_token: sandbox.identity.issueRefreshToken(client.clientId, { ...user, name }),
    scope: `${resource}/.default`,
  });
  const { body } = sandbox.identity.answerTokenRequest({ tenant: tenantId, form });
  return (body as { access_token: string }).access_token;
}
