import {
  createPublicKey,
  createSign,
  createVerify,
  generateKeyPairSync,
  X509Certificate,
  type KeyObject,
} from "node:crypto";
import {
  issueCertificate,
  type CertificateRequest,
  type DistinguishedName,
} from "../../../../../scripts/tenant/partnerCenter/certificates/issueCertificate";
import { BridgeArguments } from "../../../../../scripts/tenant/sandboxWorker/node/BridgeArguments";
import { BridgeRefusal } from "../../../../../scripts/tenant/sandboxWorker/node/BridgeRefusal";
import { verifyCertificateSignature } from "../../../../../scripts/tenant/sandboxWorker/node/verifyCertificateSignature";
import { createHost, type Host } from "../../../../../Solution/engine/adapters/host/Host";
import { createSendHttp } from "../../../../../Solution/engine/adapters/host/createSendHttp";
import { createMemo } from "../../../../../Solution/engine/adapters/host/Memo";
import { createEventSignature } from "../../../../../Solution/engine/adapters/webhook/createEventSignature";
import { toCloudProfile, type CloudProfile } from "../../../../../Solution/engine/domain/referral/CloudProfile";
import { checkEvent, type CheckedEvent, type RawEvent } from "../../../../../Solution/engine/flows/inbound/checkEvent";

export const certificateUrl =
  "https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer";
export const now = "2026-11-22T21:00:00.000Z";
export const referralId = "44444444-4444-4444-8444-444444444444";

const microsoft = "Microsoft Corporation";
export const newKey = (modulusLength = 2048): KeyObject => generateKeyPairSync("rsa", { modulusLength }).privateKey;
const name = (organization: string, commonName: string): DistinguishedName => ({
  country: "US",
  organization,
  commonName,
});

type Arguments = Readonly<Record<string, string>>;

/** Somebody who signs: a key, and the certificate that a root issued for it. */
export interface Signer {
  key: KeyObject;
  certificate: Buffer;
}

const issue = (
  subject: DistinguishedName,
  issuer: DistinguishedName,
  issuerKey: KeyObject,
  unusual: Pick<CertificateRequest, "validity" | "issuerAddress"> = {},
  key = newKey(),
): Signer => {
  const request = { subject, publicKey: createPublicKey(key), issuer, issuerKey, isAuthority: false, ...unusual };
  return { key, certificate: issueCertificate(request) };
};

export const sign = ({ key }: Signer, body: string, algorithm = "RSA-SHA256"): string =>
  createSign(algorithm).update(body, "utf8").sign(key, "base64");

export const eventBody = (changes: object = {}): string =>
  JSON.stringify({
    EventName: "referral-updated",
    ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${referralId}`,
    ResourceName: "referral",
    AuditUri: null,
    ResourceChangeUtcDate: "2026-11-22T20:59:00.0000000+00:00",
    ...changes,
  });

/** A receiver of notifications, the web with its certificates, and people who sign with better or worse rights. */
export class SignedEvents {
  private readonly trustedRoot = newKey();
  private readonly foreignRoot = newKey();
  private readonly microsoftsRoot = name(microsoft, "Microsoft Root");
  readonly dispatcher = issue(
    name(microsoft, "pcnotifications-dispatch.microsoft.com"),
    this.microsoftsRoot,
    this.trustedRoot,
  );
  /** People who are not the dispatcher, whatever their certificate says. */
  readonly impostors: readonly Signer[] = [
    // Calls itself Microsoft, and no trusted root knows it.
    issue(name(microsoft, "pcnotifications-dispatch.microsoft.com"), this.microsoftsRoot, this.foreignRoot),
    issue(name("Contoso", "pcnotifications-dispatch.microsoft.com"), this.microsoftsRoot, this.trustedRoot),
    issue(name("Contoso", `x, O=${microsoft}`), this.microsoftsRoot, this.trustedRoot),
    issue(name(`${microsoft}, Inc`, "a.b"), this.microsoftsRoot, this.trustedRoot),
    issue(name(`Contoso", O=${microsoft}, OU="x`, "a.b"), this.microsoftsRoot, this.trustedRoot),
    issue(name(`${microsoft} + CN=x`, "a.b"), this.microsoftsRoot, this.trustedRoot),
    issue(name(microsoft, "a.b"), name("Contoso", `O=${microsoft}`), this.trustedRoot),
  ];
  /** Addresses that were called. */
  readonly requests: string[] = [];
  /** How often the host was asked about a signature, upon which it may build a chain. */
  asked = 0;
  /** What is served at the one right address. */
  served: Uint8Array | string = this.dispatcher.certificate;
  /** What every other address of the world serves. */
  servedElsewhere: Uint8Array = this.dispatcher.certificate;
  now = now;
  private readonly verdicts = new Map<string, object>();
  private readonly memory = new Map<string, string>();

  /** The dispatcher, with a certificate of the trusted root that is as it should be but for one thing. */
  dispatcherWith(unusual: Pick<CertificateRequest, "validity" | "issuerAddress">, key?: KeyObject): Signer {
    return issue(name(microsoft, "a.b"), this.microsoftsRoot, this.trustedRoot, unusual, key);
  }

  /** What the receiver says. */
  receive(raw: RawEvent, profileName = "Commercial"): Promise<CheckedEvent> {
    const clock = { now: () => Promise.resolve(this.now) };
    const host = this.host();
    const memo = createMemo(host, clock);
    const send = createSendHttp(host, clock, this.now, 100_000);
    const eventSignature = createEventSignature({ host, memo, clock, send });
    const trace = { note: () => Promise.resolve() };
    return checkEvent({ clock, eventSignature, trace }, toCloudProfile(profileName) as CloudProfile, raw);
  }

  forgetCertificates(): void {
    this.memory.clear();
  }

  private host(): Host {
    return createHost((op, argsJson) => {
      try {
        return JSON.stringify({ ok: true, value: this.answer(op, argsJson) });
      } catch (refusal) {
        if (!(refusal instanceof BridgeRefusal)) throw refusal;
        return JSON.stringify({ ok: false, code: refusal.code, message: refusal.message });
      }
    });
  }

  private answer(op: string, argsJson: string): object {
    const args = JSON.parse(argsJson) as Arguments;
    const key = args["key"] ?? "";
    switch (op) {
      case "memo.get":
        return { value: this.memory.get(key) ?? null };
      case "memo.put":
        this.memory.set(key, args["value"] ?? "");
        return {};
      case "http.send":
        return this.fetch(args["url"] ?? "");
      case "crypto.verifyCertificateSignature":
        return this.verify(args, argsJson);
      default:
        throw new Error(`no ${op} is expected`);
    }
  }

  private fetch(url: string): object {
    this.requests.push(url);
    const isOnList = url.startsWith("https://3psostorageacct.blob.core.windows.net/cert/");
    if (isOnList && url !== certificateUrl) return { status: 404, headers: {}, bodyBase64: "" };
    const served = isOnList ? this.served : this.servedElsewhere;
    return { status: 200, headers: {}, bodyBase64: Buffer.from(served).toString("base64") };
  }

  /** The host's own answer once for each certificate, since it compares them with every root of the world. */
  private verify({ certificateBase64 = "", signatureBase64 = "", text = "" }: Arguments, argsJson: string): object {
    this.asked += 1;
    const certificate = new X509Certificate(Buffer.from(certificateBase64, "base64"));
    const known = this.verdicts.get(certificateBase64) ?? verifyCertificateSignature(new BridgeArguments(argsJson));
    this.verdicts.set(certificateBase64, known);
    const signature = Buffer.from(signatureBase64, "base64");
    const valid = createVerify("RSA-SHA256").update(text, "utf8").verify(certificate.publicKey, signature);
    return { ...known, valid, chainValid: certificate.verify(createPublicKey(this.trustedRoot)) };
  }
}

/** A notification as Partner Center sends it. */
export const untouched = (events: SignedEvents, body = eventBody()): RawEvent => ({
  body,
  headers: JSON.stringify({
    "Content-Type": "application/json; charset=utf-8",
    Authorization: `Signature ${sign(events.dispatcher, body)}`,
    "X-MS-Certificate-Url": certificateUrl,
    "X-MS-Signature-Algorithm": "rsa-sha256",
  }),
});
