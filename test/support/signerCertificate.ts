import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { issueCertificate } from "../../scripts/tenant/partnerCenter/certificates/issueCertificate";

let made: Buffer | undefined;

/** A certificate as Partner Center's notifications have one, for tests whose signatures are looked at by nobody. */
export function signerCertificate(): Buffer {
  if (made) return made;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const name = { country: "US", organization: "Microsoft Corporation", commonName: "a.b" };
  const publicKey = createPublicKey(privateKey);
  made = issueCertificate({ subject: name, publicKey, issuer: name, issuerKey: privateKey, isAuthority: false });
  return made;
}
