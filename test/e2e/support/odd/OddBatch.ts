import { isDeepStrictEqual } from "node:util";
import { writePlace } from "../../../../Solution/engine/domain/mapping/referralPointer";
import type { Json, JsonObject } from "../../../../Solution/engine/domain/values/Json";
import type { RunningTenant } from "../../../../scripts/start/startTenant";
import { createInboundReferral } from "../../../../scripts/tenant/partnerCenter/inbound/createInboundReferral";
import type { StoredReferral } from "../../../../scripts/tenant/partnerCenter/referrals/Referral";
import { storeChange } from "../../../../scripts/tenant/partnerCenter/referrals/storeChange";
import { sampleDeal } from "../sampleDeal";
import type { OddValue } from "./drawOddValue";
import type { MappedPlace } from "./mappedPlaces";

/** A referral with one value in it that was drawn: an odd one, or one that every column takes. */
export interface SentRecord {
  referralId: string;
  how: "offered" | "edited";
  isHealthy: boolean;
  place: MappedPlace;
  odd: OddValue;
}

export type Draft = Omit<SentRecord, "referralId">;

/** What Partner Center itself says of a referral, beside its content. */
const ofRow = ["acceptedDateTime", "expirationDateTime"];

/** A copy of the referral with the value at its place, whatever its shape allows. */
const withValue = (referral: StoredReferral, { place, odd }: Pick<Draft, "place" | "odd">): StoredReferral => {
  const path = place.place;
  const [, first = ""] = path.split("/");
  if (ofRow.includes(first)) return { ...referral, [first]: odd.value ?? null };
  const [, member] = /^\/customerProfile\/team\/0\/(\w+)$/.exec(path) ?? [];
  const { customerProfile } = referral.content;
  const content = { ...referral.content } as unknown as JsonObject;
  const person = { ...customerProfile?.team?.[0], ...(member === undefined ? {} : { [member]: odd.value }) };
  const changed =
    member === undefined
      ? writePlace(content, path, odd.value as Json)
      : { ...content, customerProfile: { ...customerProfile, team: [person] } as unknown as Json };
  return { ...referral, content: changed as unknown as StoredReferral["content"] };
};

/** What sellers do in Partner Center all at once, without the checks of its pages. */
export class OddBatch {
  private offered = 0;

  constructor(private readonly tenant: RunningTenant) {}

  /** Microsoft offers a deal or a lead. Its events are queued; none is delivered before the caller gives way. */
  offer(draft: Draft): SentRecord {
    const { state } = this.tenant.sandbox;
    const number = (this.offered += 1);
    const begun = createInboundReferral(state, {
      ...sampleDeal,
      kind: draft.place.table === "lead" ? "qualifiedLead" : "coSell",
      name: `Deal ${number}`,
      companyName: `Customer ${number}`,
      email: `c${number}@customer${number}.example`,
      dealValue: 70,
    });
    if (begun.kind === "refused") throw new Error(begun.message);
    for (const side of state.referrals.ofEngagement(begun.referral.engagementId))
      state.referrals.set(side.id, withValue(side, draft));
    return { ...draft, referralId: begun.referral.id };
  }

  /** The partner's seller takes a deal on in Partner Center. */
  accept(referralId: string): void {
    const before = this.read(referralId);
    const content = { ...before.content, status: "Active", substatus: "Accepted" } as const;
    storeChange(this.tenant.sandbox.state, before, { content }, "portal");
  }

  /** The partner's seller edits a deal there. */
  edit(draft: Draft, referralId: string): SentRecord {
    const { state } = this.tenant.sandbox;
    const before = this.read(referralId);
    const { content, ...row } = withValue(before, draft);
    state.referrals.set(referralId, { ...row, content: before.content });
    storeChange(state, this.read(referralId), { content }, "portal");
    return { ...draft, referralId };
  }

  read(referralId: string): StoredReferral {
    const found = this.tenant.sandbox.state.referrals.get(referralId);
    if (found === undefined) throw new Error(`The sandbox has no referral ${referralId}.`);
    return found;
  }

  /** Whether Partner Center still holds what was put there. */
  keeps(sent: SentRecord): boolean {
    const now = this.read(sent.referralId);
    return isDeepStrictEqual(JSON.stringify(withValue(now, sent)), JSON.stringify(now));
  }
}
