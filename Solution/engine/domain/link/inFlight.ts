import type { LinkMemory } from "./Link";
import type { ReferralValues } from "../mapping/mapReferral";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";

/** More attempts without an answer in a row than this are told apart from other people's edits no longer. */
const maxInFlight = 20;

/** Notes values before they are sent, or after nobody said whether they arrived. */
export const noteInFlight = (memory: LinkMemory, values: ReferralValues): LinkMemory => ({
  ...memory,
  inFlight: [...memory.inFlight.filter((known) => !sameJson(known, values)), values].slice(-maxInFlight),
});

/** Whether a run without an end may have sent this value. */
export const isInFlight = ({ inFlight }: LinkMemory, path: string, value: Json): boolean =>
  inFlight.some((values) => Object.hasOwn(values, path) && sameJson(values[path], value));

/** Whether this side wanted another value there since the last was agreed, which an attempt without an end or a failed one held. */
export const hasWavered = ({ inFlight, values }: LinkMemory, path: string): boolean =>
  inFlight.some((one) => Object.hasOwn(one, path) && !sameJson(one[path], values[path]));

/** Whether an attempt that held another value at this place arrived: a patch is taken as a whole, and another value of it is there. */
export const hasArrived = ({ inFlight, values }: LinkMemory, path: string, there: ReferralValues): boolean =>
  inFlight
    .filter((one) => Object.hasOwn(one, path) && !sameJson(one[path], values[path]))
    .some((one) =>
      Object.entries(one).some(([place, value]) => !sameJson(values[place], value) && sameJson(there[place], value)),
    );

/** The attempt that made what stands there, as most of its values tell; of equals the newest. */
export const closestInFlight = ({ inFlight }: LinkMemory, there: ReferralValues): ReferralValues => {
  const likenessOf = (one: ReferralValues): number =>
    Object.entries(one).filter(([path, value]) => sameJson(value, there[path])).length;
  return inFlight.reduce<ReferralValues>(
    (best, one) => (likenessOf(one) >= likenessOf(best) ? one : best),
    inFlight[0] ?? {},
  );
};

/** Takes values that turn out to have arrived as agreed; after this nothing is in flight. */
export const confirmInFlight = (memory: LinkMemory, there: ReferralValues): LinkMemory => {
  const landed = Object.entries(there).filter(([path, value]) => isInFlight(memory, path, value));
  return { ...memory, values: { ...memory.values, ...Object.fromEntries(landed) }, inFlight: [] };
};
