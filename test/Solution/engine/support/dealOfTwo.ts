import {
  emptyLinkState,
  emptyMemory,
  type LinkMemory,
  type LinkState,
} from "../../../../Solution/engine/domain/link/Link";
import { standardFieldMap } from "../../../../Solution/engine/domain/mapping/standardFieldMap";
import { toReferralValues } from "../../../../Solution/engine/domain/mapping/mapReferral";
import { startMerge, type Merge, type MergeRules } from "../../../../Solution/engine/domain/merge/Merge";
import type { Opportunity } from "../../../../Solution/engine/domain/opportunity/Opportunity";
import { parseReferral, type Referral } from "../../../../Solution/engine/domain/referral/Referral";
import { toOwnReferral } from "../../../../Solution/engine/domain/referral/referralBodies";
import { sampleOpportunity } from "./sampleOpportunity";

export const now = "2026-11-22T21:00:00.000Z";
export const ownId = "eeeeeeee-0000-4000-8000-000000000001";
export const microsoftsId = "eeeeeeee-0000-4000-8000-000000000002";
export const engagementId = "dddddddd-0000-4000-8000-000000000001";
export const notes = "/details/notes";
export const amount = "/details/dealValue";

export const rules: MergeRules = {
  fieldMap: standardFieldMap,
  policy: "ask",
  inboundEnabled: true,
  modifiedOn: now,
  now,
};

export const referralOf = (values: Partial<Opportunity>, id: string, eTag: string): Referral => {
  const content = {
    ...toOwnReferral(sampleOpportunity(values), standardFieldMap),
    id,
    engagementId,
    organizationId: id === ownId ? "contoso" : "msft",
    status: "Active",
    substatus: "Accepted",
  };
  const parsed = parseReferral(content, eTag);
  if (parsed === null) throw new Error("unreadable");
  return parsed;
};

export const agreed = toReferralValues(sampleOpportunity(), standardFieldMap);
export const active = {
  status: "Active",
  substatus: "Accepted",
  reason: "",
  expiresOn: null,
  updatedOn: null,
} as const;

export const stateWith = (memory: Partial<LinkMemory>): LinkState => ({
  ...emptyLinkState,
  referralId: ownId,
  engagementId,
  microsoftReferralId: microsoftsId,
  eTag: '"1"',
  microsoftETag: '"1"',
  memory: { ...emptyMemory, values: agreed, microsoftValues: agreed, own: active, microsoft: active, ...memory },
});

/** A deal that holds this here, while its link remembers that. */
export const start = (here: Partial<Opportunity>, memory: Partial<LinkMemory> = {}): Merge =>
  startMerge(sampleOpportunity(here), stateWith(memory), standardFieldMap);
