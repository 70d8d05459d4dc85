import { isReferralPage } from "../../../Solution/engine/domain/referral/CloudProfile";

/** The sandbox beside the local tenant has its pages on this machine, without https. */
const isLocal = (): boolean => ["127.0.0.1", "localhost"].includes(globalThis.location.hostname);

/** The column takes any text, and whatever a button opens must be Partner Center; null where it is not. */
export const toReferralLink = (text: string | null): string | null =>
  text !== null && isReferralPage(text, isLocal()) ? text : null;
