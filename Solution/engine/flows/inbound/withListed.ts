import { done } from "../../domain/failure/Outcome";
import type { Referral } from "../../domain/referral/Referral";
import type { EnginePorts } from "../EnginePorts";

/** The referral as it was just listed stands for the first reading of it; later ones go to Partner Center. */
export const withListed = (ports: EnginePorts, referral: Referral): EnginePorts => {
  let listed: Referral | null = referral;
  return {
    ...ports,
    partnerCenter: (settings, share) => {
      const partnerCenter = ports.partnerCenter(settings, share);
      return {
        ...partnerCenter,
        read: (referralId) => {
          const known = listed;
          if (known?.id !== referralId) return partnerCenter.read(referralId);
          listed = null;
          return Promise.resolve(done(known));
        },
      };
    },
  };
};
