import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import { addMs, msBetween, type Instant } from "../../domain/values/instant";
import { failed, type Outcome } from "../../domain/failure/Outcome";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { Clock } from "../../ports/Clock";
import type { Ids } from "../../ports/Ids";
import type { Audience } from "../../domain/signIn/Audience";
import type { TokenSource } from "../../ports/TokenSource";
import type { HttpRequest, HttpResponse, SendHttp } from "../host/Http";
import type { Memo } from "../host/Memo";
import type { CallShare } from "../../domain/maintenance/refuseCall";
import type { CallBudget } from "./createCallBudget";
import { readPartnerCenterRefusal } from "./readPartnerCenterRefusal";

/** Tells Partner Center, and thereby ourselves, which changes this connector made. Invented once, never changes. */
const callerId = "0f6c7f0e-5b1d-5f0a-9c55-2d6f2d0c4b7e";

export interface CallerParts {
  send: SendHttp;
  tokens: TokenSource;
  ids: Ids;
  clock: Clock;
  memo: Memo;
  budget: CallBudget;
  share: CallShare;
  settings: SyncSettings;
  /** Which of the two hosts is called, and whose tokens it takes. */
  audience: Audience;
  /** Of the request in Dataverse, so that both logs can be laid side by side. */
  correlationId: string;
}

/** A request to Partner Center; `path` is below the base address of the host. */
export type PartnerCenterCall = Pick<HttpRequest, "method" | "body"> & {
  path: string;
  headers?: Readonly<Record<string, string>>;
};

/** Sends a request with token and tracking headers; any answer but success is a failure of the catalogue. */
export type CallPartnerCenter = (call: PartnerCenterCall) => Promise<Outcome<HttpResponse>>;

export const createPartnerCenterCaller = (parts: CallerParts): CallPartnerCenter => {
  const { send, tokens, ids, clock, memo, budget, share, settings, audience, correlationId } = parts;
  const pauseKey = `pause ${audience} ${settings.cloudProfile} ${settings.tenantId}`;

  const sendOnce = async (base: string, call: PartnerCenterCall, token: string): Promise<Outcome<HttpResponse>> => {
    await budget.spend();
    return send({
      method: call.method,
      url: `${base}${call.path}`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        "client-request-id": await ids.next(),
        "MS-CorrelationId": correlationId,
        "X-Caller-Id": callerId,
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: call.body }),
    });
  };

  const check = async (
    answer: Outcome<HttpResponse>,
    token: string,
    method: HttpRequest["method"],
  ): Promise<Outcome<HttpResponse>> => {
    if (answer.kind === "failed" || (answer.value.status >= 200 && answer.value.status < 300)) return answer;
    const now = await clock.now();
    const failure = readPartnerCenterRefusal(answer.value, now, [token], method === "GET" ? "reading" : "writing");
    await pause(failure, now);
    return failed(failure);
  };

  // Throttling is counted for the whole partner, so one deal's Retry-After holds for all of this process, at the same host.
  const pause = async ({ retryAfterMs, cause }: Failure, now: Instant): Promise<void> => {
    if (retryAfterMs === null || retryAfterMs <= ((await paused())?.retryAfterMs ?? 0)) return;
    await memo.put(pauseKey, JSON.stringify({ until: addMs(now, retryAfterMs), cause }), retryAfterMs);
  };

  const paused = async (): Promise<Failure | null> => {
    const text = await memo.get(pauseKey);
    if (text === null) return null;
    const { until, cause } = JSON.parse(text) as { until: Instant; cause: string };
    return toFailure("partnerCenter.throttled", `not sent: ${cause}`, msBetween(await clock.now(), until));
  };

  const held = async (): Promise<Failure | null> => (await paused()) ?? budget.refuse(settings.dailyCallBudget, share);

  return async (call) => {
    const base = toCloudProfile(settings.cloudProfile)?.[audience];
    if (base === undefined) return failed(toFailure("connection.profileUnknown", settings.cloudProfile));
    const before = await held();
    if (before !== null) return failed(before);
    const token = await tokens.token(audience);
    if (token.kind === "failed") return token;
    // A token may take long enough for another run to be told to wait, or to make the day's last call.
    const since = await held();
    if (since !== null) return failed(since);
    const first = await sendOnce(base, call, token.value);
    if (first.kind === "failed" || first.value.status !== 401) return check(first, token.value, call.method);
    // Renewed once: the token may have been revoked, or the clocks may differ.
    const renewed = await tokens.renew(audience);
    return renewed.kind === "failed"
      ? renewed
      : check(await sendOnce(base, call, renewed.value), renewed.value, call.method);
  };
};

/** The body of a successful answer that makes no sense. */
export const unreadable = ({ status, body }: HttpResponse): { kind: "failed"; failure: Failure } =>
  failed(toFailure("partnerCenter.unreadable", `${status} ${body.slice(0, 200)}`));
