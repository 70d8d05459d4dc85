import { answerEmpty, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { certificatePath } from "./certificatePath";

const prefix = "/certificates/";

/** The blob store with the certificates, or null for another address. The root stands beside the leaf, for those who want to trust it. */
export function answerCertificate(
  { signer, switches }: SandboxState,
  { method, path }: SandboxRequest,
): HttpAnswer | null {
  if (!path.startsWith(prefix)) return null;
  if (method !== "GET") return answerEmpty(405, { allow: "GET" });
  if (path === certificatePath) return answerEncoded(signer().certificate, switches.certificateEncoding);
  if (path === `${prefix}cert/root.cer`) return answerEncoded(signer().rootCertificate, switches.certificateEncoding);
  return answerEmpty(404);
}

function answerEncoded(certificate: Uint8Array, encoding: "der" | "base64" | "pem"): HttpAnswer {
  const bytes = Buffer.from(certificate);
  const common = { kind: "answered", status: 200, headers: { "content-type": "application/x-x509-ca-cert" } } as const;
  if (encoding === "der") return { ...common, body: bytes.toString("latin1"), encoding: "latin1" };
  const base64 = bytes.toString("base64");
  if (encoding === "base64") return { ...common, body: base64 };
  const lines = base64.match(/.{1,64}/g) ?? [];
  return { ...common, body: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n") };
}
