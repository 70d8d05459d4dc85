import { createHash } from "node:crypto";
import type { SandboxState } from "../SandboxState";
import { certificatePath } from "../certificates/certificatePath";
import type { Delivery } from "./Delivery";
import type { WebhookRegistration } from "./WebhookRegistration";

/** Source: partner-center-webhooks.md, "How to authenticate the callback". */
export function signatureHeaders(
  { signer, switches }: SandboxState,
  { body, signature }: Delivery,
  registration: WebhookRegistration,
): Record<string, string> {
  // A wrong signature is a right one of another text: only who checks it against the body can tell.
  const signed = signer().sign(signature === "right" ? body : createHash("sha256").update(body).digest("hex"));
  return {
    ...tokenHeader(signed, registration.SignatureTokenToMsSignatureHeader, switches.msSignaturePrefix),
    "x-ms-certificate-url": `${registration.sandboxAddress}${certificatePath}`,
    "x-ms-signature-algorithm": "rsa-sha256",
  };
}

function tokenHeader(signed: string, inOwnHeader: boolean, prefix: "withPrefix" | "bare"): Record<string, string> {
  if (!inOwnHeader) return { authorization: `Signature ${signed}` };
  return { "x-ms-signature": prefix === "withPrefix" ? `Signature ${signed}` : signed };
}
