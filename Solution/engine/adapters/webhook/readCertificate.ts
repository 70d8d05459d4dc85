import { decodeBase64 } from "../../domain/values/base64";
import { decodeUtf8 } from "../../domain/values/utf8";

/** Base64 of a certificate's DER bytes: those begin a sequence whose length takes two bytes. */
const isCertificate = (base64: string): boolean => {
  const bytes = decodeBase64(base64);
  return bytes !== null && bytes[0] === 0x30 && bytes[1] === 0x82;
};

const pem = /^-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----$/;

/** A `.cer` file is binary, its base64, or PEM; gives base64 of the DER bytes, null for anything else. */
export const readCertificate = (fileBase64: string): string | null => {
  if (isCertificate(fileBase64)) return fileBase64;
  const bytes = decodeBase64(fileBase64);
  const text = (bytes === null ? null : decodeUtf8(bytes))?.trim() ?? "";
  const base64 = (pem.exec(text)?.[1] ?? text).replace(/\s+/g, "");
  return isCertificate(base64) ? base64 : null;
};
