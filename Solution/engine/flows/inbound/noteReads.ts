import { titleOf } from "../../domain/inbound/titleOf";
import type { Referral } from "../../domain/referral/Referral";
import type { EnginePorts } from "../EnginePorts";

/** What a run has read of Partner Center. */
export interface Reads {
  /** Ports that remember every referral that is read. */
  ports: EnginePorts;
  /** What people know a referral by, for the message of one that cannot be finished; empty where it was not read. */
  titleOf: (referralId: string) => string;
  /** The referral as it was read last; null where it was not. */
  last: (referralId: string) => Referral | null;
}

/** Remembers the referrals that are read through these ports. */
export const noteReads = (ports: EnginePorts): Reads => {
  const referrals = new Map<string, Referral>();
  const partnerCenter: EnginePorts["partnerCenter"] = (settings, share) => {
    const plain = ports.partnerCenter(settings, share);
    const read: typeof plain.read = async (id) => {
      const referral = await plain.read(id);
      if (referral.kind === "done") referrals.set(id, referral.value);
      return referral;
    };
    return { ...plain, read };
  };
  const last = (referralId: string): Referral | null => referrals.get(referralId) ?? null;
  const title = (referral: Referral | null): string => (referral === null ? "" : titleOf(referral));
  return { ports: { ...ports, partnerCenter }, titleOf: (id) => title(last(id)), last };
};
