import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { coSellDeal, invitation } from "../referralSamples";
import { referralsAddress as referrals } from "../referralsAddress";
import type { Reply, RunningSandbox, WireBody } from "../startSandbox";

/** Somebody who calls a sandbox, to see what a switch does. */
export interface Observer {
  running: RunningSandbox;
  post(body: object): Promise<Reply>;
  patch(id: string, operations: object[], headers?: Record<string, string>): Promise<Reply>;
  get(id: string): Promise<WireBody>;
  /** A co-sell deal of the partner, unless told otherwise. */
  own(body?: object): Promise<WireBody>;
  /** Invites Microsoft into it. */
  invite(deal: WireBody, changes?: object): Promise<Reply>;
  /** A control under `/sandbox`. */
  control(method: string, path: string, body?: object): Promise<Reply>;
  askToken(grant: Record<string, string>): Promise<Reply>;
  /** Status of a list call with a token for this grant. */
  callWithGrant(grant: Record<string, string>): Promise<number>;
}

/** For each switch: what a caller sees at each of its values. */
export type Observations<Name extends string> = Readonly<
  Record<Name, { see: (on: Observer) => Promise<unknown>; expected: Readonly<Record<string, unknown>> }>
>;

export const replace = (path: string, value: unknown): object => ({ op: "replace", path, value });

export function observe(running: RunningSandbox): Observer {
  const post: Observer["post"] = (body) => running.call("POST", referrals, { body });
  const askToken: Observer["askToken"] = (grant) => {
    const { client, tenantId } = localPartner;
    const scope = "https://api.partner.microsoft.com/.default";
    const form = { client_id: client.clientId, client_secret: client.clientSecret, scope, ...grant };
    const body = new URLSearchParams(form).toString();
    return running.call("POST", `/login/${tenantId}/oauth2/v2.0/token`, { body });
  };
  return {
    running,
    post,
    askToken,
    patch: (id, body, headers = {}) => running.call("PATCH", `${referrals}/${id}`, { body, headers }),
    get: async (id) => (await running.call("GET", `${referrals}/${id}`)).body,
    own: async (body = coSellDeal()) => (await post(body)).body,
    invite: (deal, changes = {}) => post(invitation(deal.engagementId, changes)),
    control: (method, path, body) => running.call(method, `/sandbox/${path}`, body === undefined ? {} : { body }),
    async callWithGrant(grant) {
      const token = String((await askToken(grant)).body["access_token"]);
      return (await running.call("GET", referrals, { headers: { authorization: `Bearer ${token}` } })).status;
    },
  };
}
