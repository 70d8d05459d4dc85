import { readDer, type DerElement } from "../values/der";
import { parseInstant, printInstant, type Instant } from "../values/instant";
import { decodeUtf8 } from "../values/utf8";

/** What a certificate says of itself, before anybody vouches for it. */
export interface CertificateFacts {
  /** Length of an RSA key's modulus; 0 for keys of other kinds. */
  keyBits: number;
  validFrom: Instant;
  expiresOn: Instant;
  /** Organizations in the names. */
  subject: readonly string[];
  issuer: readonly string[];
  /** Where whoever builds the chain may fetch the issuer's certificate; empty text for what is no address. */
  issuerAddresses: readonly string[];
}

const tags = { integer: 2, octets: 4, objectId: 6, utcTime: 0x17, extensions: 0xa3, version: 0xa0, uri: 0x86 } as const;

/* Object identifiers by their bytes. */
const organization = "85,4,10";
const rsa = "42,134,72,134,247,13,1,1,1";
const authorityAccess = "43,6,1,5,5,7,1,1";
const issuerAccess = "43,6,1,5,5,7,48,2";

const inside = (element: DerElement | undefined): readonly DerElement[] =>
  (element === undefined ? null : readDer(element.content)) ?? [];

const textOf = (element: DerElement | undefined): string => decodeUtf8(element?.content ?? []) ?? "";

const idOf = (element: DerElement | undefined): string =>
  element?.tag === tags.objectId ? element.content.join(",") : "";

const organizationsIn = (name: DerElement | undefined): string[] =>
  inside(name)
    .flatMap(inside)
    .map(inside)
    .filter(([type]) => idOf(type) === organization)
    .map(([, value]) => textOf(value));

/** Years of two digits begin with 1950 (RFC 5280, 4.1.2.5.1). */
const toInstant = (time: DerElement | undefined): Instant | null => {
  const text = textOf(time);
  const year = text >= "5" ? "19" : "20";
  const digits = time?.tag === tags.utcTime ? `${year}${text}` : text;
  const iso = digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const ms = parseInstant(iso);
  return ms === null ? null : printInstant(ms);
};

const bitsOf = (publicKey: DerElement | undefined): number => {
  const [algorithm, key] = inside(publicKey);
  if (idOf(inside(algorithm)[0]) !== rsa) return 0;
  // A bit string begins with the number of bits that its last byte leaves out: none here.
  const [numbers] = readDer((key?.content ?? []).slice(1)) ?? [];
  const [modulus] = inside(numbers);
  if (modulus?.tag !== tags.integer) return 0;
  const start = modulus.content.findIndex((byte) => byte !== 0);
  const first = modulus.content[start] ?? 0;
  return start < 0 ? 0 : (modulus.content.length - start - 1) * 8 + first.toString(2).length;
};

const issuerAddressesIn = (extensions: DerElement | undefined): string[] =>
  inside(inside(extensions)[0])
    .map(inside)
    .filter(([id]) => idOf(id) === authorityAccess)
    .flatMap((parts) => inside(parts.find(({ tag }) => tag === tags.octets)))
    .flatMap(inside)
    .map(inside)
    .filter(([method]) => idOf(method) === issuerAccess)
    .map(([, place]) => (place?.tag === tags.uri ? textOf(place) : ""));

/** Reads an X.509 certificate (RFC 5280) from its DER bytes; null for anything else. */
export const readCertificateFacts = (bytes: readonly number[]): CertificateFacts | null => {
  const [certificate, ...others] = readDer(bytes) ?? [];
  const all = inside(inside(certificate)[0]);
  const parts = all[0]?.tag === tags.version ? all.slice(1) : all;
  const [, , issuer, validity, subject, publicKey, ...rest] = parts;
  const [validFrom, expiresOn] = inside(validity).map(toInstant);
  if (others.length > 0 || !publicKey || !validFrom || !expiresOn) return null;
  return {
    keyBits: bitsOf(publicKey),
    validFrom,
    expiresOn,
    subject: organizationsIn(subject),
    issuer: organizationsIn(issuer),
    issuerAddresses: issuerAddressesIn(rest.find(({ tag }) => tag === tags.extensions)),
  };
};
