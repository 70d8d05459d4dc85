import { landInFlight } from "./inFlight";
import type { LinkState } from "./Link";
import { readReferralValues, type ReferralValues } from "../mapping/mapReferral";
import type { FieldMap } from "../mapping/fieldMap";
import type { Referral } from "../referral/Referral";
import { reconcile } from "../merge/reconcile";
import { applyPatch, helpPath, type PatchOperation } from "../referral/referralPatch";

/** Notes what every answer about the own referral tells: its state, its tag, Microsoft's number. */
const noteOwn = (state: LinkState, referral: Referral): LinkState => ({
  ...state,
  eTag: referral.eTag ?? state.eTag,
  memory: {
    ...state.memory,
    own: referral.state,
    microsoftCrmIdentifier: referral.microsoftCrmIdentifier || state.memory.microsoftCrmIdentifier,
  },
});

const pair = (state: LinkState, { id, engagementId }: Referral): LinkState => ({
  ...state,
  referralId: id,
  engagementId,
});

/** The link after Partner Center took the own referral with these values. */
export const acknowledgeCreated = (state: LinkState, referral: Referral, sent: ReferralValues): LinkState => {
  const paired = noteOwn(pair(state, referral), referral);
  return { ...paired, memory: { ...paired.memory, values: sent, doubtSince: null } };
};

/** The link after all of Partner Center's answers were seen and no own referral was among them. */
export const acknowledgeAbsent = (state: LinkState): LinkState => ({
  ...state,
  memory: { ...state.memory, doubtSince: null },
});

/** The link after the own referral of an earlier, interrupted attempt was found: what it holds is what was agreed. */
export const acknowledgeFound = (state: LinkState, referral: Referral, fieldMap: FieldMap): LinkState =>
  acknowledgeCreated(state, referral, readReferralValues(referral.content, fieldMap));

/** The link after Microsoft was invited. */
export const acknowledgeInvited = (state: LinkState, referral: Referral, wanted: ReferralValues): LinkState => ({
  ...state,
  microsoftReferralId: referral.id,
  microsoftETag: referral.eTag,
  memory: {
    ...state.memory,
    microsoft: referral.state,
    values: { ...state.memory.values, [helpPath]: wanted[helpPath] ?? null },
  },
});

/** The link after Partner Center took a patch; a difference that was overwritten is over. */
export const acknowledgePatched = (
  state: LinkState,
  patch: readonly PatchOperation[],
  eTag: string | null,
  referral: Referral | null,
): LinkState => {
  const taken = patch.map(({ path }) => path);
  const differences = Object.entries(state.memory.differences).filter(([path]) => !taken.includes(path));
  const patched: LinkState = {
    ...state,
    eTag,
    memory: {
      ...state.memory,
      values: applyPatch(state.memory.values, patch),
      inFlight: [],
      differences: Object.fromEntries(differences),
    },
  };
  return referral === null ? patched : noteOwn(patched, referral);
};

/** The link after the own referral was read: newer tag and state, and what changed there kept from being overwritten. */
export const acknowledgeRead = (
  state: LinkState,
  referral: Referral,
  wanted: ReferralValues,
  fieldMap: FieldMap,
): LinkState => {
  const noted = noteOwn(state, referral);
  const there = readReferralValues(referral.content, fieldMap);
  const memory = landInFlight(noted.memory, there);
  return { ...noted, memory: { ...memory, ...reconcile(memory, wanted, there, fieldMap) } };
};
