import type { CloudProfile } from "../../domain/referral/CloudProfile";
import { decodeBase64 } from "../../domain/values/base64";
import { msBetween, type Instant } from "../../domain/values/instant";
import { parseJson } from "../../domain/values/parseJson";
import { decodeUtf8, utf8Length } from "../../domain/values/utf8";
import type { CertificateFacts } from "../../domain/webhook/CertificateFacts";
import type { EventRefusal } from "../../domain/webhook/eventRefusals";
import { isCertificateAllowed } from "../../domain/webhook/isCertificateAllowed";
import { checkCertificate } from "../../domain/webhook/checkCertificate";
import { checkSignature } from "../../domain/webhook/checkSignature";
import { readSignatureHeaders } from "../../domain/webhook/readSignatureHeaders";
import { parseWebhookEvent, type WebhookEvent } from "../../domain/webhook/WebhookEvent";
import type { EnginePorts } from "../EnginePorts";

/** A notification as it came in. */
export interface RawEvent {
  /** The text itself, or `base64:` and its bytes. */
  body: string;
  /** A JSON object of header names and values. */
  headers: string;
}

export type CheckedEvent = { kind: "event"; event: WebhookEvent } | { kind: "refused"; refusal: EventRefusal };

const maxBodyBytes = 1_048_576;

/**
 * How far a change may lie from now. The longest delay the connector is built for is 7 days; the weekly full pass has seen
 * whatever is four times as old, so a notification from then is nothing but a replay.
 */
const maxDistanceMs = 28 * 86_400_000;

const base64Prefix = "base64:";

const readBody = (body: string): { text: string } | EventRefusal => {
  if (body.startsWith(base64Prefix)) {
    const base64 = body.slice(base64Prefix.length);
    if (base64.length > Math.ceil(maxBodyBytes / 3) * 4) return "bodyTooLarge";
    const bytes = decodeBase64(base64);
    if (bytes !== null && bytes.length > maxBodyBytes) return "bodyTooLarge";
    const text = bytes === null ? null : decodeUtf8(bytes);
    return text === null ? "bodyUnreadable" : { text };
  }
  if (body.length > maxBodyBytes) return "bodyTooLarge";
  const length = utf8Length(body);
  if (length === null) return "bodyUnreadable";
  return length > maxBodyBytes ? "bodyTooLarge" : { text: body };
};

const isAbsurd = ({ changedOn }: WebhookEvent, now: Instant): boolean =>
  Math.abs(msBetween(changedOn, now)) > maxDistanceMs;

const refused = (refusal: EventRefusal): CheckedEvent => ({ kind: "refused", refusal });

/** Whether Microsoft sent this. What costs nothing is asked first, and whatever is in doubt is refused. */
export const checkEvent = async (
  { clock, eventSignature, trace }: Pick<EnginePorts, "clock" | "eventSignature" | "trace">,
  profile: CloudProfile,
  raw: RawEvent,
): Promise<CheckedEvent> => {
  const body = readBody(raw.body);
  if (typeof body === "string") return refused(body);
  const event = parseWebhookEvent(parseJson(body.text));
  if (event === null) return refused("noEvent");
  const now = await clock.now();
  if (!profile.isLocal && isAbsurd(event, now)) return refused("timeAbsurd");
  const headers = readSignatureHeaders(parseJson(raw.headers));
  if (typeof headers === "string") return refused(headers);
  if (!isCertificateAllowed(headers.certificateUrl, profile)) return refused("certificateNotAllowed");
  const judge = (certificate: CertificateFacts) => checkCertificate(certificate, now);
  const verdict = await eventSignature.check(headers, body.text, judge);
  if (verdict.kind === "failed") {
    await trace.note(`${verdict.failure.code}: ${verdict.failure.cause}`);
    return refused("certificateUnavailable");
  }
  if (typeof verdict.value === "string") return refused(verdict.value);
  const refusal = checkSignature(verdict.value, now, !profile.isLocal);
  return refusal === null ? { kind: "event", event } : refused(refusal);
};
