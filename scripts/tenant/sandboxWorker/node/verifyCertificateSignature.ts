import { createVerify, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import type { BridgeArguments } from "./BridgeArguments";
import { invalidArguments } from "./BridgeRefusal";

/**
 * Who signed a text, and whether the signature is right. Differs from the plug-in host in that a chain counts as valid only
 * where a root itself issued the certificate: Node builds no chains.
 */
export function verifyCertificateSignature(args: BridgeArguments): object {
  if (!args.is("algorithm", "rsa-sha256")) throw invalidArguments('the only algorithm is "rsa-sha256"');
  const certificate = readCertificate(args.text("certificateBase64"));
  const verify = createVerify("RSA-SHA256").update(args.text("text"), "utf8");
  const isValid =
    certificate.publicKey.asymmetricKeyType === "rsa" &&
    verify.verify(certificate.publicKey, bytes(args.text("signatureBase64")));
  return {
    valid: isValid,
    issuer: distinguishedName(certificate.issuer),
    subject: distinguishedName(certificate.subject),
    notAfter: new Date(certificate.validTo).toISOString(),
    chainValid: isValid && isIssuedByRoot(certificate),
  };
}

function readCertificate(base64: string): X509Certificate {
  try {
    return new X509Certificate(bytes(base64));
  } catch (error) {
    throw invalidArguments(`the certificate is unreadable (${error instanceof Error ? error.message : String(error)})`);
  }
}

function isIssuedByRoot(certificate: X509Certificate): boolean {
  const now = Date.now();
  if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo)) return false;
  return rootCertificates
    .map((pem) => new X509Certificate(pem))
    .some((root) => certificate.checkIssued(root) && certificate.verify(root.publicKey));
}

/** As .NET writes it: most specific part first, `S` for the state, quotes around what holds a separator. */
const distinguishedName = (lines: string): string =>
  lines
    .split("\n")
    .reverse()
    .map((part) => part.replace(/^ST=/, "S=").replace(/=(.*)$/, (_, value: string) => `=${quoted(value)}`))
    .join(", ");

function quoted(escaped: string): string {
  const value = escaped.replace(/\\(.)/g, "$1");
  return /[,+"=<>;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function bytes(base64: string): Buffer {
  if (!/^[A-Za-z\d+/\s]*={0,2}\s*$/.test(base64)) throw invalidArguments("the text is not base64");
  return Buffer.from(base64, "base64");
}
