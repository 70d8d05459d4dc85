import { toFailure } from "../../domain/failure/Failure";
import { isJsonObject, type Json } from "../../domain/values/Json";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { Instant } from "../../domain/values/instant";
import { isMicrosofts, parseReferral, type Referral } from "../../domain/referral/Referral";
import type { PartnerCenter, ReferralPage, ReferralSearch } from "../../ports/PartnerCenter";
import { unreadable, type CallPartnerCenter, type PartnerCenterCall } from "./createPartnerCenterCaller";
import type { HttpResponse } from "../host/Http";
import { parseJson } from "../../domain/values/parseJson";

const pageSize = 100;
/** Pages that a search looks through; more would take longer than a seller waits. */
const maxPages = 20;
/** Pages that are enough where nothing is in doubt. */
const maxRoutinePages = 2;
/** Properties a search needs; a page of whole referrals would be hundreds of kilobytes. */
const selected = [
  "id",
  "engagementId",
  "organizationId",
  "externalReferenceId",
  "eTag",
  "status",
  "substatus",
  "createdDateTime",
];
/** Properties that tell whether a referral changed since it was last seen. */
const versionSelected = ["id", "eTag", "updatedDateTime", "organizationId", "engagementId"];

const readReferral = ({ body, headers }: HttpResponse): Referral | null =>
  parseReferral(parseJson(body), headers["etag"] ?? null);

const toFilter = (search: ReferralSearch): string =>
  search.kind === "engagement"
    ? `engagementId eq '${search.engagementId}'`
    : `direction eq 'Outgoing' and updatedDateTime ge ${search.since}`;

// Pages are counted, not followed: the next link is text from outside and could lead anywhere.
const toQuery = (search: ReferralSearch, skip: number): string =>
  [
    `$filter=${encodeURIComponent(toFilter(search))}`,
    `$orderby=${encodeURIComponent("createdDateTime desc")}`,
    `$select=${selected.join(",")}`,
    `$top=${pageSize}`,
    ...(skip > 0 ? [`$skip=${skip}`] : []),
  ].join("&");

const toChangedQuery = (since: Instant, skip: number): string =>
  [
    `$filter=${encodeURIComponent(`updatedDateTime ge ${since}`)}`,
    `$orderby=${encodeURIComponent("updatedDateTime asc")}`,
    `$select=${versionSelected.join(",")}`,
    `$top=${pageSize}`,
    ...(skip > 0 ? [`$skip=${skip}`] : []),
  ].join("&");

const toListedQuery = (skip: number): string =>
  [
    `$orderby=${encodeURIComponent("createdDateTime asc")}`,
    `$top=${pageSize}`,
    ...(skip > 0 ? [`$skip=${skip}`] : []),
  ].join("&");

/** Whether the newest have been seen, and everything that there is doubt about. */
const isPastDoubt = (search: ReferralSearch, page: number, oldest: Referral | undefined): boolean => {
  if (search.kind === "engagement" || page + 1 < maxRoutinePages) return false;
  const createdOn = oldest?.createdOn ?? null;
  return search.doubtSince === null || (createdOn !== null && createdOn < search.doubtSince);
};

/** The Referrals API over the bridge. */
export const createPartnerCenter = (call: CallPartnerCenter): PartnerCenter => {
  const callForReferral = async (request: PartnerCenterCall): Promise<Outcome<Referral>> => {
    const answer = await call(request);
    if (answer.kind === "failed") return answer;
    const referral = readReferral(answer.value);
    return referral ? done(referral) : unreadable(answer.value);
  };

  const readPage = async (query: string): Promise<Outcome<readonly Json[]>> => {
    const answer = await call({ method: "GET", path: `/referrals?${query}` });
    if (answer.kind === "failed") return answer;
    const body = parseJson(answer.value.body);
    const rows = isJsonObject(body) ? body["value"] : null;
    return Array.isArray(rows) ? done(rows as readonly Json[]) : unreadable(answer.value);
  };

  const readReferrals = async (query: string): Promise<Outcome<ReferralPage>> => {
    const rows = await readPage(query);
    if (rows.kind === "failed") return rows;
    const referrals = rows.value.flatMap((row) => parseReferral(row) ?? []);
    return done({ referrals, isLast: rows.value.length < pageSize });
  };

  return {
    create: (body) => callForReferral({ method: "POST", path: "/referrals", body: JSON.stringify(body) }),

    // Without its details, taken for empty, a referral of ours would empty its record; lists may leave them out.
    read: async (referralId) => {
      const answer = await call({ method: "GET", path: `/referrals/${referralId}` });
      if (answer.kind === "failed") return answer;
      const referral = readReferral(answer.value);
      const isWhole = referral !== null && (isMicrosofts(referral) || isJsonObject(referral.content["details"]));
      return isWhole ? done(referral) : unreadable(answer.value);
    },

    update: async (referralId, eTag, patch) => {
      const answer = await call({
        method: "PATCH",
        path: `/referrals/${referralId}`,
        body: JSON.stringify(patch),
        headers: { "If-Match": eTag, Prefer: "return=representation" },
      });
      if (answer.kind === "failed") return answer;
      const referral = readReferral(answer.value);
      return done({ eTag: referral?.eTag ?? answer.value.headers["etag"] ?? null, referral });
    },

    changedSince: (since, skip) => readReferrals(toChangedQuery(since, skip)),
    listed: (skip) => readReferrals(toListedQuery(skip)),

    find: async (search, fits) => {
      for (let page = 0; page < maxPages; page += 1) {
        const rows = await readPage(toQuery(search, page * pageSize));
        if (rows.kind === "failed") return rows;
        const referrals = rows.value.flatMap((row) => parseReferral(row) ?? []);
        const found = referrals.find(fits);
        if (found) return done(found);
        const isOver = rows.value.length < pageSize || isPastDoubt(search, page, referrals.at(-1));
        if (isOver) return done(null);
      }
      return failed(toFailure("partnerCenter.lookupIncomplete", `${maxPages} pages held no match`));
    },
  };
};
