import { decodeBase64 } from "../values/base64";
import { isJsonObject, type Json } from "../values/Json";
import type { EventRefusal } from "./eventRefusals";

/** Who is said to have signed a notification. */
export interface SignatureHeaders {
  signatureBase64: string;
  certificateUrl: string;
}

/** Characters of the longest signature: RSA with 16,384 bits in base64. */
const maxSignatureChars = 2732;
const maxUrlChars = 300;
const maxHeaders = 200;

/** Headers by lower-case name; null where a value is no text, or where two names differ in case only. */
const toLowerCase = (headers: Json): ReadonlyMap<string, string> | null => {
  if (!isJsonObject(headers)) return null;
  const entries = Object.entries(headers);
  if (entries.length > maxHeaders) return null;
  const byName = new Map<string, string>();
  for (const [name, value] of entries) {
    if (typeof value !== "string" || byName.has(name.toLowerCase())) return null;
    byName.set(name.toLowerCase(), value.trim());
  }
  return byName;
};

/**
 * The signature of either mode: `Authorization: Signature <base64>`, or `x-ms-signature` where the registration asked for it.
 * Published receivers disagree about whether the latter has the word before it, so both are taken.
 */
const readSignature = (headers: ReadonlyMap<string, string>): string | null => {
  const own = headers.get("x-ms-signature") ?? "";
  if (own !== "") return own.replace(/^Signature +/i, "");
  return /^Signature +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
};

/** Reads what proves who sent a notification; the algorithm is not the sender's to choose. */
export const readSignatureHeaders = (json: Json): SignatureHeaders | EventRefusal => {
  const headers = toLowerCase(json);
  if (headers === null) return "headersUnreadable";
  const algorithm = headers.get("x-ms-signature-algorithm") ?? "";
  const certificateUrl = headers.get("x-ms-certificate-url") ?? "";
  const signatureBase64 = readSignature(headers);
  if (signatureBase64 === null) return "signatureMissing";
  if (algorithm === "") return "algorithmMissing";
  if (algorithm !== "rsa-sha256") return "algorithmNotAllowed";
  if (certificateUrl === "") return "certificateMissing";
  if (certificateUrl.length > maxUrlChars) return "certificateNotAllowed";
  if (signatureBase64.length > maxSignatureChars || decodeBase64(signatureBase64) === null)
    return "signatureUnreadable";
  return { signatureBase64, certificateUrl };
};
