import { msBetween, type Instant } from "../values/instant";
import type { CertificateFacts } from "./CertificateFacts";
import type { EventRefusal } from "./eventRefusals";

const minKeyBits = 2048;

/**
 * Who issues certificates for Microsoft keeps its own there. Windows fetches them while it builds a chain, so a certificate that
 * names another place would have this company's environment call it.
 */
const issuerHosts = /^https?:\/\/(?:[a-z0-9-]+\.)*(?:microsoft|digicert)\.com(?::(?:80|443))?\/[^\s\\]*$/i;

const isMicrosofts = (organizations: readonly string[]): boolean =>
  organizations.length === 1 && organizations[0] === "Microsoft Corporation";

/** Null: the certificate is worth a look at signature and chain. */
export const checkCertificate = (
  { keyBits, validFrom, expiresOn, subject, issuer, issuerAddresses }: CertificateFacts,
  now: Instant,
): EventRefusal | null => {
  if (keyBits < minKeyBits) return "certificateWeak";
  if (msBetween(validFrom, now) < 0) return "certificateNotYetValid";
  if (msBetween(now, expiresOn) <= 0) return "certificateExpired";
  if (!isMicrosofts(subject) || !isMicrosofts(issuer)) return "certificateNotMicrosofts";
  return issuerAddresses.every((address) => issuerHosts.test(address)) ? null : "certificateLeadsElsewhere";
};
