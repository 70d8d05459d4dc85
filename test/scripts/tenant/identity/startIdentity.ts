import { createIdentity, type Identity } from "../../../../scripts/tenant/identity/createIdentity";
import type { RegisteredClient } from "../../../../scripts/tenant/identity/Registration";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";

export const partner = "https://api.partner.microsoft.com";
export const partnerCenter = "https://api.partnercenter.microsoft.com";

export interface TokenBody {
  access_token: string;
  refresh_token?: string;
  expires_in: number;
  scope: string;
  error: string;
  error_description: string;
  error_codes: number[];
}

/** An identity service on a clock that the test moves. */
export interface StartedIdentity {
  identity: Identity;
  time: { nowMs: number };
  /** A token request of the standard client; null removes a field. */
  ask(fields: Record<string, string | null>, tenant?: string): { status: number; body: TokenBody };
  claimsOf(token: string): Record<string, unknown>;
}

export function startIdentity(changes: Partial<RegisteredClient> = {}): StartedIdentity {
  const { tenantId, client } = localPartner;
  const time = { nowMs: Date.UTC(2026, 0, 15) };
  let count = 0;
  const identity = createIdentity({
    clock: () => time.nowMs,
    ids: () => `id-${++count}`,
    registration: {
      tenantId,
      clients: [
        { ...client, ...changes },
        { clientId: "another-app", clientSecret: "another-secret" },
      ],
    },
    signingSecret: "secret",
  });
  return {
    identity,
    time,
    ask(fields, tenant = tenantId) {
      const all: Record<string, string | null> = {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        ...fields,
      };
      const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
      const { status, body } = identity.answerTokenRequest({ tenant, form: new URLSearchParams(given) });
      return { status, body: body as TokenBody };
    },
    claimsOf(token) {
      const reading = identity.readAccessToken(token);
      if (reading.kind !== "valid") throw new Error(`The access token is ${reading.kind}.`);
      return { ...reading.claims };
    },
  };
}
