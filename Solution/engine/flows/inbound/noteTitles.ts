import { titleOf } from "../../domain/inbound/titleOf";
import type { EnginePorts } from "../EnginePorts";

/** Ports that remember what the referrals that are read are called, for the message of one that cannot be finished. */
export const noteTitles = (ports: EnginePorts): { ports: EnginePorts; of: (referralId: string) => string } => {
  const titles = new Map<string, string>();
  const partnerCenter: EnginePorts["partnerCenter"] = (settings, share) => {
    const plain = ports.partnerCenter(settings, share);
    const read: typeof plain.read = async (id) => {
      const referral = await plain.read(id);
      if (referral.kind === "done") titles.set(id, titleOf(referral.value));
      return referral;
    };
    return { ...plain, read };
  };
  return { ports: { ...ports, partnerCenter }, of: (referralId) => titles.get(referralId) ?? "" };
};
