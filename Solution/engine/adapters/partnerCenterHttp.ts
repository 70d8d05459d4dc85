import { toCloudProfile } from "../domain/cloudProfile";
import { toFailure, type Failure } from "../domain/Failure";
import type { Instant } from "../domain/instant";
import { isJsonObject, type Json } from "../domain/Json";
import { done, failed, type Outcome } from "../domain/Outcome";
import { toPartnerCenterFailure } from "../domain/partnerCenterFailure";
import { parseReferral, type Referral } from "../domain/Referral";
import type { SyncSettings } from "../domain/SyncSettings";
import type { Clock } from "../ports/Clock";
import type { Ids } from "../ports/Ids";
import type { PartnerCenter, ReferralSearch } from "../ports/PartnerCenter";
import type { TokenSource } from "../ports/TokenSource";
import { readRetryAfterMs, type HttpRequest, type HttpResponse, type SendHttp } from "./httpRequest";
import { parseJson } from "./parseJson";

/** Tells Partner Center, and thereby ourselves, which changes this connector made. Invented once, never changes. */
const callerId = "0f6c7f0e-5b1d-5f0a-9c55-2d6f2d0c4b7e";

const pageSize = 100;
/** Pages that a search looks through; more would take longer than a seller waits. */
const maxPages = 20;

export interface PartnerCenterParts {
  send: SendHttp;
  tokens: TokenSource;
  ids: Ids;
  clock: Clock;
  settings: SyncSettings;
  /** Of the request in Dataverse, so that both logs can be laid side by side. */
  correlationId: string;
}

type Call = Pick<HttpRequest, "method" | "body"> & { path: string; headers?: Readonly<Record<string, string>> };

const readCodes = (error: Json | undefined): string[] => {
  if (!isJsonObject(error)) return [];
  const code = error["code"];
  return [
    ...(typeof code === "string" || typeof code === "number" ? [String(code)] : []),
    ...readCodes(error["innerError"]),
  ];
};

const readMessage = (error: Json | undefined): string =>
  isJsonObject(error) && typeof error["message"] === "string" ? error["message"] : "";

/** Two shapes of errors are known: `{error: {code, message, innerError}}`, and flat `{code, description}`. */
const toRefusal = (response: HttpResponse, now: Instant): Failure => {
  const body = parseJson(response.body);
  const error = isJsonObject(body) ? (isJsonObject(body["error"]) ? body["error"] : body) : null;
  const claims = /insuff\w+_claims/.exec(response.headers["www-authenticate"] ?? "")?.[0];
  return toPartnerCenterFailure({
    status: response.status,
    codes: [...readCodes(error), ...(claims === undefined ? [] : [claims])],
    message: readMessage(error).slice(0, 1024),
    retryAfterMs: readRetryAfterMs(response, now),
  });
};

const readReferral = ({ body, headers }: HttpResponse): Referral | null =>
  parseReferral(parseJson(body), headers["etag"] ?? null);

const toFilter = (search: ReferralSearch): string =>
  search.kind === "engagement"
    ? `engagementId eq '${search.engagementId}'`
    : `direction eq 'Outgoing' and updatedDateTime ge ${search.since}`;

const toQuery = (search: ReferralSearch, skip: number): string =>
  [
    `$filter=${encodeURIComponent(toFilter(search))}`,
    `$orderby=${encodeURIComponent("createdDateTime desc")}`,
    `$top=${pageSize}`,
    ...(skip > 0 ? [`$skip=${skip}`] : []),
  ].join("&");

/** The Referrals API over the bridge. */
export const createPartnerCenterHttp = (parts: PartnerCenterParts): PartnerCenter => {
  const { send, tokens, ids, clock, settings, correlationId } = parts;

  const sendOnce = async (base: string, call: Call, token: string): Promise<Outcome<HttpResponse>> =>
    send({
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

  /** A refused token is renewed once: it may have been revoked, or the clocks may differ. */
  const perform = async (call: Call): Promise<Outcome<HttpResponse>> => {
    const base = toCloudProfile(settings.cloudProfile)?.referrals;
    if (base === undefined) return failed(toFailure("connection.profileUnknown", settings.cloudProfile));
    const token = await tokens.token("referrals");
    if (token.kind === "failed") return token;
    const first = await sendOnce(base, call, token.value);
    if (first.kind === "failed" || first.value.status !== 401) return check(first);
    const renewed = await tokens.renew("referrals");
    return renewed.kind === "failed" ? renewed : check(await sendOnce(base, call, renewed.value));
  };

  const check = async (answer: Outcome<HttpResponse>): Promise<Outcome<HttpResponse>> => {
    if (answer.kind === "failed" || (answer.value.status >= 200 && answer.value.status < 300)) return answer;
    return failed(toRefusal(answer.value, await clock.now()));
  };

  const performForReferral = async (call: Call): Promise<Outcome<Referral>> => {
    const answer = await perform(call);
    if (answer.kind === "failed") return answer;
    const referral = readReferral(answer.value);
    return referral ? done(referral) : failed(toFailure("partnerCenter.unreadable", answer.value.body.slice(0, 200)));
  };

  const readPage = async (search: ReferralSearch, page: number): Promise<Outcome<Referral[]>> => {
    const answer = await perform({ method: "GET", path: `/referrals?${toQuery(search, page * pageSize)}` });
    if (answer.kind === "failed") return answer;
    const body = parseJson(answer.value.body);
    const rows = isJsonObject(body) && Array.isArray(body["value"]) ? (body["value"] as readonly Json[]) : null;
    if (rows === null) return failed(toFailure("partnerCenter.unreadable", answer.value.body.slice(0, 200)));
    return done(rows.flatMap((row) => parseReferral(row) ?? []));
  };

  return {
    create: (body) => performForReferral({ method: "POST", path: "/referrals", body: JSON.stringify(body) }),
    read: (referralId) => performForReferral({ method: "GET", path: `/referrals/${referralId}` }),
    update: async (referralId, eTag, patch) => {
      const answer = await perform({
        method: "PATCH",
        path: `/referrals/${referralId}`,
        body: JSON.stringify(patch),
        headers: { "If-Match": eTag, Prefer: "return=representation" },
      });
      if (answer.kind === "failed") return answer;
      const referral = readReferral(answer.value);
      return done({ eTag: referral?.eTag ?? answer.value.headers["etag"] ?? null, referral });
    },
    find: async (search, fits) => {
      for (let page = 0; page < maxPages; page += 1) {
        const referrals = await readPage(search, page);
        if (referrals.kind === "failed") return referrals;
        const found = referrals.value.find(fits);
        if (found) return done(found);
        if (referrals.value.length < pageSize) return done(null);
      }
      return failed(toFailure("partnerCenter.lookupIncomplete", `${maxPages} pages held no match`));
    },
  };
};
