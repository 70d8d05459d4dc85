import type { Json } from "../values/Json";
import { readPlace } from "../mapping/referralPointer";
import { isTwoWay, type FieldMap } from "../mapping/fieldMap";
import { readReferralValues, type ReferralValues } from "../mapping/mapReferral";
import type { Referral, ReferralState } from "../referral/Referral";
import { readRegistration } from "../dealRegistration/readRegistration";
import { toSentValues } from "../dealRegistration/registrationRows";
import { answerOf } from "../referral/answerPatch";
import { helpPath, type PatchOperation } from "../referral/referralPatch";
import { filterEntries } from "../values/filterEntries";
import type { Instant } from "../values/instant";
import { sameJson } from "../values/sameJson";
import { closestInFlight } from "./inFlight";
import type { LinkMemory, LinkState } from "./Link";

const later = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Lists of people as they are there; an answer that leaves one out says nothing about it. */
const readLists = (content: Json, fieldMap: FieldMap): LinkMemory["lists"] =>
  Object.fromEntries(
    fieldMap
      .filter(({ converter }) => converter === "contact" || converter === "owner")
      .flatMap(({ referral }) => {
        const list = readPlace(content, referral);
        return Array.isArray(list) ? [[referral, list as readonly Json[]]] : [];
      }),
  );

/** Notes what every answer about the own referral tells: its state, its tag, Microsoft's number. */
export const applyOwnReferral = (state: LinkState, referral: Referral, fieldMap: FieldMap): LinkState => ({
  ...state,
  eTag: referral.eTag ?? state.eTag,
  changedThereOn: later(state.changedThereOn, referral.state.updatedOn),
  memory: {
    ...state.memory,
    own: referral.state,
    registration: readRegistration(referral, fieldMap) ?? state.memory.registration,
    lists: { ...state.memory.lists, ...readLists(referral.content, fieldMap) },
    microsoftCrmIdentifier: referral.microsoftCrmIdentifier || state.memory.microsoftCrmIdentifier,
  },
});

/** Notes what every answer about Microsoft's referral tells. */
export const applyMicrosoftReferral = (state: LinkState, referral: Referral): LinkState => ({
  ...state,
  microsoftReferralId: referral.id,
  microsoftETag: referral.eTag ?? state.microsoftETag,
  changedThereOn: later(state.changedThereOn, referral.state.updatedOn),
  memory: {
    ...state.memory,
    microsoft: referral.state,
    microsoftCrmIdentifier: referral.microsoftCrmIdentifier || state.memory.microsoftCrmIdentifier,
  },
});

const pair = (state: LinkState, { id, engagementId }: Referral): LinkState => ({
  ...state,
  referralId: id,
  engagementId: engagementId === "" ? state.engagementId : engagementId,
});

/** The link after Partner Center took the own referral with these values. */
export const acknowledgeCreated = (
  state: LinkState,
  referral: Referral,
  sent: ReferralValues,
  fieldMap: FieldMap,
): LinkState => {
  const paired = applyOwnReferral(pair(state, referral), referral, fieldMap);
  return { ...paired, memory: { ...paired.memory, values: sent, inFlight: [], doubtSince: null } };
};

/** The link after all of Partner Center's answers were seen and no own referral was among them. */
export const acknowledgeAbsent = (state: LinkState): LinkState => ({
  ...state,
  memory: { ...state.memory, doubtSince: null },
});

/** A base that neither side holds, so that both count as changed. */
export const nobodys = (...held: readonly Json[]): Json =>
  [null, "", 0].find((one) => !held.some((value) => sameJson(value, one))) ?? null;

/** As its creation left it. Where that cannot be told, somebody may have edited it. */
const isUntouched = ({ createdOn, state: { updatedOn } }: Referral): boolean =>
  createdOn !== null && createdOn === updatedOn;

/**
 * What was agreed before a referral was found: what is known to have been sent. A value that somebody may have edited since was
 * never agreed; the run that made the referral may have left no trace here.
 */
const agreedBefore = (
  memory: LinkMemory,
  referral: Referral,
  there: ReferralValues,
  wanted: ReferralValues,
  fieldMap: FieldMap,
): ReferralValues => {
  if (isUntouched(referral)) return there;
  const made = closestInFlight(memory, there);
  const isEditable = (path: string): boolean => fieldMap.some((row) => row.referral === path && isTwoWay(row));
  return Object.fromEntries(
    Object.entries(there).map(([path, value]) => {
      const isSent = !isEditable(path) || (Object.hasOwn(made, path) && sameJson(made[path], value));
      return [path, isSent ? value : nobodys(wanted[path] ?? null, value)];
    }),
  );
};

/** The link after the own referral was found, made by an interrupted attempt or by Microsoft. */
export const acknowledgeFound = (
  { state, wanted }: { state: LinkState; wanted: ReferralValues },
  referral: Referral,
  fieldMap: FieldMap,
): LinkState => {
  const there = readReferralValues(referral.content, fieldMap);
  return acknowledgeCreated(state, referral, agreedBefore(state.memory, referral, there, wanted, fieldMap), fieldMap);
};

/** The link after Microsoft was invited; its referral begins with the values of the own one. */
export const acknowledgeInvited = (state: LinkState, referral: Referral, wanted: ReferralValues): LinkState => {
  const known = applyMicrosoftReferral(state, referral);
  const values = { ...known.memory.values, [helpPath]: wanted[helpPath] ?? null };
  return { ...known, memory: { ...known.memory, microsoftValues: wanted, values } };
};

/** Echoes of a value that are told apart from an edit of Microsoft's seller. */
const maxEchoes = 5;

const withEchoes = (
  { values, microsoftEchoes }: LinkMemory,
  paths: readonly string[],
): LinkMemory["microsoftEchoes"] => ({
  ...microsoftEchoes,
  ...Object.fromEntries(
    paths.map((path) => [path, [...(microsoftEchoes[path] ?? []), values[path] ?? null].slice(-maxEchoes)]),
  ),
});

const withState = (own: ReferralState | null, patch: readonly PatchOperation[]): ReferralState | null => {
  const answer = answerOf(patch);
  return answer === null || own === null ? own : { ...own, ...answer, expiresOn: null, updatedOn: null };
};

/** What Partner Center took, and its answer. */
export interface PatchTold {
  patch: readonly PatchOperation[];
  eTag: string | null;
  referral: Referral | null;
}

/** The link after Partner Center took a patch; a difference that was overwritten is over, an answer was given. */
export const acknowledgePatched = (
  state: LinkState,
  { patch, eTag, referral }: PatchTold,
  wanted: ReferralValues,
  fieldMap: FieldMap,
): LinkState => {
  const { memory } = state;
  const sent = toSentValues(patch, wanted, fieldMap);
  const paths = Object.keys(sent);
  const patched: LinkState = {
    ...state,
    eTag,
    memory: {
      ...memory,
      own: withState(memory.own, patch),
      // An answer without the referral leaves a registration to be looked at.
      registration: null,
      values: { ...memory.values, ...sent },
      microsoftEchoes: state.microsoftReferralId === null ? {} : withEchoes(memory, paths),
      inFlight: [],
      differences: filterEntries(memory.differences, (path) => !paths.includes(path)),
    },
  };
  return referral === null ? patched : applyOwnReferral(patched, referral, fieldMap);
};
