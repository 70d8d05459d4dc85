import { decodeBase64 } from "../../domain/values/base64";
import { decodeUtf8 } from "../../domain/values/utf8";
import { readCertificateFacts, type CertificateFacts } from "../../domain/webhook/CertificateFacts";

const pem = /^-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----$/;

const readDerFile = (base64: string): { base64: string; facts: CertificateFacts } | null => {
  const bytes = decodeBase64(base64);
  const facts = bytes === null ? null : readCertificateFacts(bytes);
  return facts === null ? null : { base64, facts };
};

/** A `.cer` file is binary, its base64, or PEM; gives base64 of the DER bytes and what they say, null for anything else. */
export const readCertificate = (fileBase64: string): { base64: string; facts: CertificateFacts } | null => {
  const binary = readDerFile(fileBase64);
  if (binary !== null) return binary;
  const bytes = decodeBase64(fileBase64);
  const text = (bytes === null ? null : decodeUtf8(bytes))?.trim() ?? "";
  return readDerFile((pem.exec(text)?.[1] ?? text).replace(/\s+/g, ""));
};
