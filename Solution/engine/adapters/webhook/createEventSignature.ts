import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { msBetween, type Instant } from "../../domain/values/instant";
import type { CertificateFacts } from "../../domain/webhook/CertificateFacts";
import type { EventRefusal } from "../../domain/webhook/eventRefusals";
import type { SignatureVerdict } from "../../domain/webhook/checkSignature";
import type { SignatureHeaders } from "../../domain/webhook/readSignatureHeaders";
import type { Clock } from "../../ports/Clock";
import type { EventSignature } from "../../ports/EventSignature";
import type { Host } from "../host/Host";
import type { SendHttp } from "../host/Http";
import type { Memo } from "../host/Memo";
import { readCertificate } from "./readCertificate";

const rememberMs = 3_600_000;
/** A certificate that old is fetched anew for a signature it does not fit: Microsoft may have changed it. */
const renewAfterMs = 60_000;
/** Characters of base64; certificates have a few thousand bytes. */
const maxFileChars = 65_536;

export interface EventSignatureParts {
  host: Host;
  memo: Memo;
  clock: Clock;
  send: SendHttp;
}

type Certificate = { base64: string; facts: CertificateFacts; fetchedOn: Instant };

type Judge = (certificate: CertificateFacts) => EventRefusal | null;

interface HostVerdict {
  valid: boolean;
  issuer: string;
  subject: string;
  notAfter: Instant;
  chainValid: boolean;
}

const isRight = (verdict: Outcome<SignatureVerdict | EventRefusal>): boolean =>
  verdict.kind === "done" && typeof verdict.value !== "string" && verdict.value.isRight;

/** Signatures by the bridge's cryptography. */
export const createEventSignature = ({ host, memo, clock, send }: EventSignatureParts): EventSignature => {
  const fetchCertificate = async (url: string): Promise<Outcome<Certificate>> => {
    const answer = await send({ method: "GET", url, headers: {}, binary: true });
    if (answer.kind === "failed") return answer;
    const file = answer.value.bodyBase64 ?? "";
    const read = answer.value.status === 200 && file.length <= maxFileChars ? readCertificate(file) : null;
    if (read === null) return failed(toFailure("http.network", `no certificate: ${answer.value.status} of ${url}`));
    const certificate = { ...read, fetchedOn: await clock.now() };
    await memo.put(`certificate ${url}`, JSON.stringify(certificate), rememberMs);
    return done(certificate);
  };

  const verify = async (
    { base64, facts }: Certificate,
    { signatureBase64 }: SignatureHeaders,
    text: string,
    judge: Judge,
  ): Promise<Outcome<SignatureVerdict | EventRefusal>> => {
    const refusal = judge(facts);
    if (refusal !== null) return done(refusal);
    const answer = await host.call<HostVerdict>("crypto.verifyCertificateSignature", {
      certificateBase64: base64,
      algorithm: "rsa-sha256",
      signatureBase64,
      text,
    });
    if (!answer.ok) return failed(toFailure("host.unexpected", `${answer.code}: ${answer.message}`));
    const { valid, issuer, subject, notAfter, chainValid } = answer.value;
    return done({ isRight: valid, issuer, subject, expiresOn: notAfter, hasValidChain: chainValid });
  };

  return {
    check: async (headers, text, judge) => {
      const url = headers.certificateUrl;
      const known = await memo.get(`certificate ${url}`);
      if (known !== null) {
        const certificate = JSON.parse(known) as Certificate;
        const verdict = await verify(certificate, headers, text, judge);
        const isOld = msBetween(certificate.fetchedOn, await clock.now()) > renewAfterMs;
        if (!isOld || isRight(verdict)) return verdict;
      }
      const fetched = await fetchCertificate(url);
      return fetched.kind === "failed" ? fetched : verify(fetched.value, headers, text, judge);
    },
  };
};
