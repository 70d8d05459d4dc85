import { msBetween, type Instant } from "../values/instant";
import type { EventRefusal } from "./eventRefusals";
import { organizationsOf } from "./organizationsOf";

/** What was found out about a signature and the certificate it belongs to. */
export interface SignatureVerdict {
  /** The signature is the one of this very text by the certificate's key. */
  isRight: boolean;
  issuer: string;
  subject: string;
  expiresOn: Instant;
  /** A root that this machine trusts vouches for the certificate; false where the signature is wrong, since then nobody asks. */
  hasValidChain: boolean;
}

const isMicrosofts = (name: string): boolean => {
  const [organization, ...others] = organizationsOf(name);
  return organization === "Microsoft Corporation" && others.length === 0;
};

/** Null: the notification is Microsoft's. `needsChain` is off for the local sandbox alone, whose root nobody trusts. */
export const checkSignature = (
  { isRight, issuer, subject, expiresOn, hasValidChain }: SignatureVerdict,
  now: Instant,
  needsChain: boolean,
): EventRefusal | null => {
  if (!isRight) return "signatureWrong";
  if (msBetween(now, expiresOn) <= 0) return "certificateExpired";
  if (!isMicrosofts(subject) || !isMicrosofts(issuer)) return "certificateNotMicrosofts";
  return hasValidChain || !needsChain ? null : "certificateNotTrusted";
};
