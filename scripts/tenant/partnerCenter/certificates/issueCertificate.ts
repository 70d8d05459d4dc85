import { createHash, createPublicKey, createSign, type KeyObject } from "node:crypto";
import {
  bits,
  boolean,
  implicit,
  integer,
  nothing,
  objectId,
  octets,
  printable,
  sequence,
  set,
  tagged,
  utcTime,
  utf8,
} from "./der";

/** Country, organization and common name of a certificate's owner. */
export interface DistinguishedName {
  country: string;
  organization: string;
  commonName: string;
}

export interface CertificateRequest {
  subject: DistinguishedName;
  publicKey: KeyObject;
  issuer: DistinguishedName;
  /** Signs; the issuer's own. */
  issuerKey: KeyObject;
  isAuthority: boolean;
  /** 2020 to 2049 where not said. */
  validity?: { from: Date; to: Date };
  /** Where the issuer's certificate may be fetched; nowhere where not said. */
  issuerAddress?: string;
}

// So wide that no virtual clock leaves it; 2049 is the last year of the time format.
const longValidity = { from: new Date(Date.UTC(2020, 0, 1)), to: new Date(Date.UTC(2049, 11, 31)) };

const sha256WithRsa = sequence(objectId("1.2.840.113549.1.1.11"), nothing());

/** An X.509 v3 certificate in DER (RFC 5280), signed with RSA and SHA-256. */
export function issueCertificate(request: CertificateRequest): Buffer {
  const publicKey = request.publicKey.export({ type: "spki", format: "der" });
  const { from, to } = request.validity ?? longValidity;
  const content = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(serialOf(publicKey)),
    sha256WithRsa,
    nameOf(request.issuer),
    sequence(utcTime(from), utcTime(to)),
    nameOf(request.subject),
    publicKey,
    tagged(3, extensionsOf(request)),
  );
  const signature = createSign("RSA-SHA256").update(content).sign(request.issuerKey);
  return sequence(content, sha256WithRsa, bits(signature));
}

/** The same key has the same number after every start; its first bit is clear, so that the number is positive. */
function serialOf(publicKey: Uint8Array): Buffer {
  const serial = createHash("sha256").update(publicKey).digest().subarray(0, 16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

function nameOf({ country, organization, commonName }: DistinguishedName): Buffer {
  const parts = [
    ["2.5.4.6", printable(country)],
    ["2.5.4.10", utf8(organization)],
    ["2.5.4.3", utf8(commonName)],
  ] as const;
  return sequence(...parts.map(([type, value]) => set(sequence(objectId(type), value))));
}

function extensionsOf({ isAuthority, subject, publicKey, issuerKey, issuerAddress }: CertificateRequest): Buffer {
  const common = [
    extension("2.5.29.14", false, octets(keyIdOf(publicKey))),
    extension("2.5.29.35", false, sequence(implicit(0, keyIdOf(createPublicKey(issuerKey))))),
    ...(issuerAddress === undefined ? [] : [issuerAccess(issuerAddress)]),
  ];
  if (isAuthority) {
    const signsCertificates = bits(Buffer.from([0x04]), 2);
    const constraints = sequence(boolean(true));
    return sequence(
      ...common,
      extension("2.5.29.19", true, constraints),
      extension("2.5.29.15", true, signsCertificates),
    );
  }
  const signsData = bits(Buffer.from([0x80]), 7);
  const dnsName = sequence(implicit(2, Buffer.from(subject.commonName, "ascii")));
  return sequence(...common, extension("2.5.29.15", true, signsData), extension("2.5.29.17", false, dnsName));
}

function issuerAccess(address: string): Buffer {
  const place = sequence(objectId("1.3.6.1.5.5.7.48.2"), implicit(6, Buffer.from(address, "ascii")));
  return extension("1.3.6.1.5.5.7.1.1", false, sequence(place));
}

function keyIdOf(publicKey: KeyObject): Buffer {
  return createHash("sha1")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest();
}

function extension(id: string, critical: boolean, value: Uint8Array): Buffer {
  return sequence(objectId(id), ...(critical ? [boolean(true)] : []), octets(value));
}
