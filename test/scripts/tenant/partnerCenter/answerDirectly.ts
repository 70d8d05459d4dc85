import {
  createPartnerCenterSandbox,
  type PartnerCenterSandbox,
} from "../../../../scripts/tenant/partnerCenter/createPartnerCenterSandbox";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import type { SandboxOptions } from "../../../../scripts/tenant/partnerCenter/openSandboxState";
import { countingIds, startOfTime, type WireBody } from "./startSandbox";

/** A sandbox without a socket, a timer or a thread: everything happens when the test says so. */
export interface DirectSandbox {
  sandbox: PartnerCenterSandbox;
  time: { nowMs: number };
  /** A call of the Referrals API or of a control. */
  call: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: WireBody }>;
}

export function createDirectSandbox(options: Partial<SandboxOptions> = {}): DirectSandbox {
  const time = { nowMs: startOfTime };
  const ids = countingIds();
  const sandbox = createPartnerCenterSandbox({
    clock: () => time.nowMs,
    ids,
    random: () => 0.5,
    post: async () => ({ kind: "answered", status: 200 }),
    signer: () => ({ sign: () => "", certificate: Buffer.alloc(0), rootCertificate: Buffer.alloc(0) }),
    ...options,
  });
  return {
    sandbox,
    time,
    async call(method, path, body) {
      const [bare = "", query = ""] = path.split("?");
      const answer = await sandbox.answer({
        method,
        path: bare,
        query: new URLSearchParams(query),
        headers: {
          authorization: `Bearer ${mintToken(sandbox, path)}`,
          "client-request-id": ids(),
          "content-type": "application/json",
        },
        body: body === undefined ? "" : JSON.stringify(body),
      });
      if (answer.kind !== "answered") throw new Error(`The call was ${answer.kind}.`);
      const isJson = answer.body.startsWith("{") || answer.body.startsWith("[");
      return { status: answer.status, body: (isJson ? JSON.parse(answer.body) : { text: answer.body }) as WireBody };
    },
  };
}

function mintToken({ identity }: PartnerCenterSandbox, path: string): string {
  const { client, user, tenantId } = localPartner;
  const host = path.startsWith("/partnercenter") ? "api.partnercenter.microsoft.com" : "api.partner.microsoft.com";
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    refresh_token: identity.issueRefreshToken(client.clientId, user),
    scope: `https://${host}/.default`,
  });
  return (identity.answerTokenRequest({ tenant: tenantId, form }).body as { access_token: string }).access_token;
}
