import type { Outcome } from "../domain/failure/Outcome";
import type { CertificateFacts } from "../domain/webhook/CertificateFacts";
import type { EventRefusal } from "../domain/webhook/eventRefusals";
import type { SignatureVerdict } from "../domain/webhook/checkSignature";
import type { SignatureHeaders } from "../domain/webhook/readSignatureHeaders";

/** Signatures of Partner Center's notifications. */
export interface EventSignature {
  /**
   * Fetches the certificate, unless it is remembered, asks `judge` whether it is worth more, and only then checks the signature of
   * the text's UTF-8 bytes by RSA PKCS#1 v1.5 with SHA-256, and after that the chain. Only for addresses that were allowed
   * before. Fails when the certificate cannot be had or read.
   */
  check(
    headers: SignatureHeaders,
    text: string,
    judge: (certificate: CertificateFacts) => EventRefusal | null,
  ): Promise<Outcome<SignatureVerdict | EventRefusal>>;
}
