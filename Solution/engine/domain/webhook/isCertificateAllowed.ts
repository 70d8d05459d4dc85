import type { CloudProfile } from "../referral/CloudProfile";

/** File names below the folder: no way up, no query, nothing encoded. */
const fileName = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.cer$/;

/**
 * Whether a certificate may be fetched from there: exactly the folder of the cloud profile, letter for letter, so that no two
 * readers of addresses can disagree about where it leads.
 */
export const isCertificateAllowed = (url: string, { certificates }: CloudProfile): boolean =>
  url.startsWith(certificates) && fileName.test(url.slice(certificates.length)) && !url.includes("..");
