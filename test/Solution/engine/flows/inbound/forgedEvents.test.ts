import fc from "fast-check";
import type { RawEvent } from "../../../../../Solution/engine/flows/inbound/checkEvent";
import { certificateUrl, eventBody, referralId, sign, SignedEvents, untouched } from "./SignedEvents";

type Headers = Record<string, unknown>;

const events = new SignedEvents();
const genuine = untouched(events);
const genuineHeaders = JSON.parse(genuine.headers) as Record<string, string>;
const signature = sign(events.dispatcher, genuine.body);

const withHeaders = (headers: Headers, raw: RawEvent = genuine): RawEvent => ({
  ...raw,
  headers: JSON.stringify(
    Object.fromEntries(Object.entries({ ...genuineHeaders, ...headers }).filter(([, value]) => value !== undefined)),
  ),
});
const withBody = (body: string): RawEvent => ({ ...genuine, body });

const isOtherThan =
  (original: string) =>
  (text: string): boolean =>
    text !== original;

/* What a body can be turned into without its signature. */

const character = fc.constantFrom(...Array.from('0aZ"{}:,/\\ \n\t\u0000é\u00a0\u200b\ufeff\ud800😀'));
const place = fc.nat({ max: genuine.body.length });
const editedBody = fc
  .tuple(place, fc.nat({ max: 3 }), fc.array(character, { maxLength: 3 }))
  .map(([start, length, added]) => genuine.body.slice(0, start) + added.join("") + genuine.body.slice(start + length))
  .filter(isOtherThan(genuine.body));

const fields = ["EventName", "ResourceUri", "ResourceName", "AuditUri", "ResourceChangeUtcDate", "Extra"] as const;
const otherValue = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom("referral-created", "test-created", `https://evil.example/${referralId}`, "2026-11-22T20:58:00Z"),
  fc.constantFrom(null, true, 1, [], {}),
);
const otherField = fc
  .tuple(fc.constantFrom(...fields), otherValue)
  .map(([field, value]) => eventBody({ [field]: value }))
  .filter(isOtherThan(genuine.body));

const sameMeaning = fc.constantFrom(
  `\ufeff${genuine.body}`,
  `${genuine.body}\n`,
  ` ${genuine.body}`,
  JSON.stringify(JSON.parse(genuine.body), null, 1),
  genuine.body.replace("referral-updated", "\\u0072eferral-updated"),
  genuine.body.replaceAll("/", "\\/"),
  genuine.body.replace("{", '{"EventName":"referral-created",'),
  genuine.body.replace("Updated", "updated").toUpperCase(),
  `base64:${Buffer.from(`${genuine.body} `).toString("base64")}`,
  `base64:${Buffer.from(genuine.body, "utf16le").toString("base64")}`,
  `base64:${Buffer.from(genuine.body).toString("base64url")}.`,
  `base64:${Buffer.from(genuine.body.replace("r", "\u0141"), "latin1").toString("base64")}`,
  `base64:${Buffer.concat([Buffer.from(genuine.body), Buffer.from([0xc0, 0xaf])]).toString("base64")}`,
  Buffer.from(genuine.body).toString("base64"),
);
const tamperedBody = fc.oneof(editedBody, otherField, sameMeaning).map(withBody);

/* What the dispatcher never says, even signed by it. */

const absurdTime = fc
  .constantFrom(
    "2026-10-22T20:59:00Z",
    "2027-01-22T20:59:00Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "now",
    "",
  )
  .map((time) => ({ ResourceChangeUtcDate: time }));
const noReferral = fc
  .constantFrom(
    "",
    "/",
    `${referralId}/`,
    `${referralId}?x=1`,
    `../${referralId.slice(1)}`,
    `{${referralId}}`,
    `${referralId}%00`,
    "1' or 1 eq 1",
  )
  .map((tail) => ({ ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/x${tail}` }));
const noShape = fc.constantFrom<object>(
  { EventName: 1 },
  { EventName: "Referral Updated" },
  { ResourceUri: null },
  { ResourceUri: "x".repeat(3000) },
);
const tooLong = fc.constantFrom(1_048_577, 1_200_000).map((length) => eventBody() + " ".repeat(length));
const senselessBody = fc
  .oneof(
    { weight: 40, arbitrary: fc.oneof(absurdTime, noReferral, noShape).map((changes) => eventBody(changes)) },
    { weight: 1, arbitrary: tooLong },
  )
  .map((body) => untouched(events, body));

/* Addresses of certificates. */

const trickUrl = fc.oneof(
  fc.constantFrom(
    certificateUrl.replace("https", "http"),
    certificateUrl.replace("https", "HTTPS"),
    certificateUrl.replace("https:", "ftp:"),
    certificateUrl.replace("https:", ""),
    certificateUrl.replace(".net/", ".net:443/"),
    certificateUrl.replace(".net/", ".net:8443/"),
    certificateUrl.replace(".net/", ".net./"),
    certificateUrl.replace(".net/", ".net.evil.example/"),
    certificateUrl.replace(".net/", ".net@evil.example/"),
    certificateUrl.replace(".net/", ".net%2eevil.example/"),
    certificateUrl.replace(".net/", ".net\\@evil.example/"),
    certificateUrl.replace(".net/", ".net#@evil.example/"),
    certificateUrl.replace(".net/", ".net?@evil.example/"),
    certificateUrl.replace("https://", "https://user:word@"),
    certificateUrl.replace("https://", "https://evil.example/"),
    certificateUrl.replace("https://", "https:\\\\"),
    certificateUrl.replace("https://", "https:///"),
    certificateUrl.replace("3psostorageacct", "3PSOSTORAGEACCT"),
    certificateUrl.replace("3psostorageacct", "3psоstorageacct"),
    certificateUrl.replace("3psostorageacct", "3psostorageacct\u200b"),
    certificateUrl.replace("3psostorageacct", "evil"),
    certificateUrl.replace("/cert/", "/cert/../other/"),
    certificateUrl.replace("/cert/", "/cert//"),
    certificateUrl.replace("/cert/", "/cert/./"),
    certificateUrl.replace("/cert/", "/cert/%2e%2e/other/"),
    certificateUrl.replace("/cert/", "/CERT/"),
    certificateUrl.replace("/cert/", "/certificates/cert/"),
    certificateUrl.replace("/cert/", "\\cert\\"),
    certificateUrl.replace(".cer", ".CER"),
    certificateUrl.replace(".cer", ".cer?x=.cer"),
    certificateUrl.replace(".cer", ".cer#.cer"),
    certificateUrl.replace(".cer", ".cer/.cer"),
    certificateUrl.replace(".cer", ".cer\r\nHost: evil.example"),
    certificateUrl.replace(".cer", ".pem"),
    certificateUrl.replace(".cer", ""),
    certificateUrl.replace("pcnotifications-dispatch.microsoft.com", ""),
    certificateUrl.replace("pcnotifications-dispatch.microsoft.com", "other"),
    "http://127.0.0.1:4280/certificates/cert/pcnotifications-dispatch.microsoft.com.cer",
    "http://169.254.169.254/latest/meta-data/x.cer",
    "file:///cert/x.cer",
    "data:application/pkix-cert;base64,AAAA.cer",
    `${certificateUrl}, ${certificateUrl}`,
  ),
  fc.webUrl().map((url) => `${url}/cert/x.cer`),
  fc
    .tuple(fc.nat({ max: certificateUrl.length }), character)
    .map(([start, added]) => certificateUrl.slice(0, start) + added + certificateUrl.slice(start))
    .filter((url) => url.trim() !== certificateUrl),
);
const signers = fc.constantFrom(events.dispatcher, ...events.impostors);
const wrongAddress = fc
  .tuple(trickUrl, signers, fc.constantFrom("Commercial", "Local sandbox:4299"))
  .map(([url, signer, profile]) => ({
    raw: withHeaders({ "X-MS-Certificate-Url": url, Authorization: `Signature ${sign(signer, genuine.body)}` }),
    signer,
    profile,
  }));

/* Algorithms, signatures and the way headers are written. */

const algorithmTrick = fc
  .oneof(
    fc.constantFrom<unknown>(
      "rsa-sha1",
      "RSA-SHA256",
      "rsa_sha256",
      "rsa-sha256,none",
      "none",
      "hs256",
      "rsa-sha512",
      "rsa-sha256\u0000",
      "rsа-sha256",
      "",
      undefined,
      null,
      ["rsa-sha256"],
      256,
    ),
    fc.string({ maxLength: 20 }).filter((text) => text.trim() !== "rsa-sha256"),
  )
  .map((algorithm) => withHeaders({ "X-MS-Signature-Algorithm": algorithm }));

const flipped = fc.nat({ max: 255 }).map((byte) => {
  const bytes = Buffer.from(signature, "base64");
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  return bytes.toString("base64");
});
const respelled = fc.constantFrom(
  "",
  " ",
  signature.slice(0, -1),
  `${signature}=`,
  `${signature}A`,
  signature.replaceAll("=", ""),
  signature.replace(
    /.==$/,
    (end) =>
      `${end.startsWith("A") || end.startsWith("Q") || end.startsWith("g") || end.startsWith("w") ? String.fromCharCode(end.charCodeAt(0) + 1) : "B"}==`,
  ),
  `${signature.slice(0, 100)}\n${signature.slice(100)}`,
  `${signature.slice(0, 100)} ${signature.slice(100)}`,
  `${signature.slice(0, 100)}\u200b${signature.slice(100)}`,
  `Signature ${signature}`,
  Buffer.alloc(256).toString("base64"),
  Buffer.alloc(4096, 1).toString("base64"),
  sign(events.dispatcher, genuine.body, "RSA-SHA1"),
  sign(events.dispatcher, genuine.body, "RSA-SHA512"),
  sign(events.dispatcher, genuine.body.toLowerCase()),
);
const signatureTrick = fc
  .oneof(flipped, respelled, fc.base64String({ maxLength: 400 }))
  .chain((text) =>
    fc.constantFrom<Headers>(
      { Authorization: `Signature ${text}` },
      { Authorization: `Bearer ${text}`, "x-ms-signature": `Signature Signature ${text}` },
      { Authorization: `Bearer ${signature}` },
      { Authorization: `Basic ${text}`, "x-ms-signature": text.startsWith("Signature ") ? "x" : text || "x" },
      { Authorization: signature },
      { Authorization: `Signature: ${signature}` },
      { Authorization: `Signature ${signature}, Signature ${text}` },
    ),
  );
const headerTrick = fc.oneof(
  signatureTrick.map((headers) => withHeaders(headers)),
  fc
    .constantFrom(...Object.keys(genuineHeaders).slice(1))
    .chain((name) =>
      fc.constantFrom<Headers>(
        { [name]: undefined },
        { [name]: null },
        { [name]: [genuineHeaders[name]] },
        { [name]: { value: genuineHeaders[name] } },
        { [name.toUpperCase()]: genuineHeaders[name] },
        { [name]: "" },
        { [name]: undefined, [` ${name}`]: genuineHeaders[name] },
      ),
    )
    .map((headers) => withHeaders(headers)),
  fc
    .constantFrom(
      "",
      "null",
      "[]",
      '"x"',
      "{",
      genuine.headers.slice(1),
      `[${genuine.headers}]`,
      `{"headers":${genuine.headers}}`,
      `{"__proto__":${genuine.headers}}`,
    )
    .map((headers) => ({ ...genuine, headers })),
);

/** Everything right but the one who signs; the web serves the impostor's certificate at the right address, too. */
const impostor = fc.constantFrom(...events.impostors).map((signer) => ({
  raw: withHeaders({ Authorization: `Signature ${sign(signer, genuine.body)}` }),
  signer,
  profile: "Commercial",
}));

const byDispatcher = (
  raw: fc.Arbitrary<RawEvent>,
): fc.Arbitrary<{ raw: RawEvent; signer: (typeof events.impostors)[number]; profile: string }> =>
  raw.map((one) => ({ raw: one, signer: events.dispatcher, profile: "Commercial" }));

const forgery = fc.oneof(
  { weight: 4, arbitrary: byDispatcher(tamperedBody) },
  { weight: 1, arbitrary: byDispatcher(senselessBody) },
  { weight: 3, arbitrary: wrongAddress },
  { weight: 1, arbitrary: byDispatcher(algorithmTrick) },
  { weight: 2, arbitrary: byDispatcher(headerTrick) },
  { weight: 1, arbitrary: impostor },
);

const allowed = /^https:\/\/3psostorageacct\.blob\.core\.windows\.net\/cert\/[A-Za-z0-9._-]+\.cer$/;

test("of many forged notifications none is taken, and no other host is asked for anything", async () => {
  let refused = 0;
  const reasons = new Set<string>();
  await fc.assert(
    fc.asyncProperty(forgery, async ({ raw, signer, profile }) => {
      events.forgetCertificates();
      events.served = signer.certificate;
      events.servedElsewhere = signer.certificate;
      events.requests.length = 0;

      const checked = await events.receive(raw, profile);

      expect(events.requests.filter((url) => !allowed.test(url))).toEqual([]);
      expect(checked.kind).toBe("refused");
      if (checked.kind === "refused") reasons.add(checked.refusal);
      refused += 1;
      // Twin: the same receiver takes what nobody touched.
      events.served = events.dispatcher.certificate;
      events.forgetCertificates();
      if (refused % 100 === 0) expect(await events.receive(genuine)).toMatchObject({ kind: "event" });
    }),
    { numRuns: 6000 },
  );
  expect(refused).toBe(6000);
  expect([...reasons].sort()).toEqual(
    expect.arrayContaining([
      "algorithmMissing",
      "algorithmNotAllowed",
      "bodyTooLarge",
      "bodyUnreadable",
      "certificateMissing",
      "certificateNotAllowed",
      "certificateNotMicrosofts",
      "certificateNotTrusted",
      "certificateUnavailable",
      "headersUnreadable",
      "noEvent",
      "signatureMissing",
      "signatureUnreadable",
      "signatureWrong",
      "timeAbsurd",
    ]),
  );
}, 60_000);
