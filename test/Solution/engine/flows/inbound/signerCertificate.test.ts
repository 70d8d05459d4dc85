import { generateKeyPairSync } from "node:crypto";
import { readCertificateFacts } from "../../../../../Solution/engine/domain/webhook/CertificateFacts";
import { certificateUrl, eventBody, newKey, sign, SignedEvents, type Signer } from "./SignedEvents";

/* A certificate that a trusted root issued for Microsoft, asked before anything is done with it. */

const events = new SignedEvents();
const year = (value: number): Date => new Date(Date.UTC(value, 0, 1));

const receiveFrom = async (signer: Signer) => {
  events.forgetCertificates();
  events.asked = 0;
  events.served = signer.certificate;
  const body = eventBody();
  return events.receive({
    body,
    headers: JSON.stringify({
      "x-ms-signature": sign(signer, body),
      "x-ms-certificate-url": certificateUrl,
      "x-ms-signature-algorithm": "rsa-sha256",
    }),
  });
};

const at = (issuerAddress: string): Signer => events.dispatcherWith({ issuerAddress });

test.each([
  ["a key of 1024 bits", events.dispatcherWith({}, newKey(1024)), "certificateWeak"],
  ["a key of 2040 bits", events.dispatcherWith({}, newKey(2040)), "certificateWeak"],
  [
    "a key of an elliptic curve",
    { ...events.dispatcherWith({}, generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey), key: newKey() },
    "certificateWeak",
  ],
  [
    "next year's validity",
    events.dispatcherWith({ validity: { from: year(2027), to: year(2028) } }),
    "certificateNotYetValid",
  ],
  [
    "last year's validity",
    events.dispatcherWith({ validity: { from: year(2024), to: year(2026) } }),
    "certificateExpired",
  ],
  ["the name of somebody else", events.impostors[1] as Signer, "certificateNotMicrosofts"],
  ["an issuer of another name", events.impostors[6] as Signer, "certificateNotMicrosofts"],
  ["an issuer at a stranger's", at("http://evil.example/ca.crt"), "certificateLeadsElsewhere"],
  ["an issuer on this machine", at("http://127.0.0.1/ca.crt"), "certificateLeadsElsewhere"],
  ["an issuer in the metadata of the cloud", at("http://169.254.169.254/metadata"), "certificateLeadsElsewhere"],
  ["an issuer at a name that ends alike", at("http://evilmicrosoft.com/ca.crt"), "certificateLeadsElsewhere"],
  ["an issuer behind a user name", at("http://www.microsoft.com@evil.example/ca.crt"), "certificateLeadsElsewhere"],
  ["an issuer in a directory", at("ldap://www.microsoft.com/cn=ca"), "certificateLeadsElsewhere"],
])("%s is refused before signature and chain are looked at", async (_, signer, refusal) => {
  expect(await receiveFrom(signer)).toEqual({ kind: "refused", refusal });
  expect(events.asked).toBe(0);
});

test.each([
  "http://www.microsoft.com/pkiops/certs/Microsoft%20Azure%20RSA%20TLS%20Issuing%20CA%2004%20-%20xsign.crt",
  "http://caissuers.microsoft.com/pkiops/certs/ca.crt",
  "http://cacerts.digicert.com/DigiCertGlobalRootG2.crt",
])("an issuer at %s is taken", async (address) => {
  expect(await receiveFrom(at(address))).toMatchObject({ kind: "event" });
  expect(events.asked).toBe(1);
});

test("a certificate says what it is made with", () => {
  const validity = { from: year(2025), to: year(2049) };
  const { certificate } = events.dispatcherWith({ validity, issuerAddress: "http://a.example/x" }, newKey(3072));

  expect(readCertificateFacts([...certificate])).toEqual({
    keyBits: 3072,
    validFrom: "2025-01-01T00:00:00.000Z",
    expiresOn: "2049-01-01T00:00:00.000Z",
    subject: ["Microsoft Corporation"],
    issuer: ["Microsoft Corporation"],
    issuerAddresses: ["http://a.example/x"],
  });
});

test("a certificate that is cut or has bytes behind it is none", () => {
  const bytes = [...events.dispatcher.certificate];
  expect(readCertificateFacts([...bytes, 0])).toBeNull();
  for (let length = 0; length < bytes.length; length += 1)
    expect(readCertificateFacts(bytes.slice(0, length))).toBeNull();
});
