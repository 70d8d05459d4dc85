import { answerJson } from "../http/SandboxAnswer";
import { addressOf } from "../http/SandboxRequest";
import type { ListQuery } from "../query/ListQuery";
import { matchesFilter } from "../query/matchesFilter";
import { parseListQuery } from "../query/parseListQuery";
import { writeSkipToken } from "../query/skipToken";
import type { StoredReferral } from "./Referral";
import type { ReferralOperation } from "./ReferralRequest";
import { sentShape } from "./referralShape";
import { refuseRequest } from "./refuse";
import { viewReferral } from "./viewReferral";
import { visibleReferrals } from "./visibleReferrals";

const properties = Object.keys(sentShape.properties);

/** `GET /referrals` with the OData options of the documentation. */
export const listReferrals: ReferralOperation = ({ state, caller, http }) => {
  const reading = parseListQuery(http.query, properties, state.switches);
  if (reading.kind === "refused") return refuseRequest("queryOptionInvalid", reading.message, reading.option);
  const { query } = reading;
  const address = addressOf(http);
  const view = (referral: StoredReferral): Record<string, unknown> =>
    viewReferral(referral, caller.organizationId, address, state.switches);
  const { filter } = query;
  const visible = visibleReferrals(state, caller);
  const matching = filter === null ? visible : visible.filter((referral) => matchesFilter(filter, view(referral)));
  const wanted = Math.min(query.top ?? Infinity, Number(state.switches.pageSize));
  const page = sort(matching, query).slice(query.skip, query.skip + wanted);
  const next = followingQuery(query, page.length, matching.length);
  return answerJson(200, {
    "@odata.context": `${address}/partner/v1.0/$metadata#Referrals`,
    "@odata.count": state.switches.odataCount === "total" ? matching.length : page.length,
    value: page.map((referral) => select(view(referral), query.select)),
    ...(next === null
      ? {}
      : { "@odata.nextLink": `${address}/partner/v1.0/engagements/referrals?$skiptoken=${writeSkipToken(next)}` }),
  });
};

function sort(referrals: readonly StoredReferral[], { orderBy }: ListQuery): StoredReferral[] {
  const sign = orderBy.descending ? -1 : 1;
  return referrals
    .map((referral) => ({ referral, key: referral[orderBy.property] + referral.id }))
    .sort((left, right) => (left.key < right.key ? -sign : sign))
    .map(({ referral }) => referral);
}

function followingQuery(query: ListQuery, taken: number, total: number): ListQuery | null {
  const top = query.top === null ? null : query.top - taken;
  const skip = query.skip + taken;
  return taken === 0 || top === 0 || skip >= total ? null : { ...query, skip, top };
}

function select(referral: Record<string, unknown>, names: readonly string[] | null): Record<string, unknown> {
  if (names === null) return referral;
  return Object.fromEntries(names.map((name) => [name, referral[name] ?? null]));
}
