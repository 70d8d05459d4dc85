import { openNotificationSigner } from "../../../../../scripts/tenant/partnerCenter/certificates/openNotificationSigner";
import { eventRefusals } from "../../../../../Solution/engine/domain/webhook/eventRefusals";
import type { RawEvent } from "../../../../../Solution/engine/flows/inbound/checkEvent";
import { certificateUrl, eventBody, referralId, sign, SignedEvents, untouched } from "./SignedEvents";

const events = new SignedEvents();

beforeEach(() => {
  events.forgetCertificates();
  events.served = events.dispatcher.certificate;
  events.requests.length = 0;
});

const signed = (body = eventBody(), signature = sign(events.dispatcher, body)): Record<string, string> => ({
  "x-ms-signature": signature,
  "x-ms-certificate-url": certificateUrl,
  "x-ms-signature-algorithm": "rsa-sha256",
});

const raw = (headers: object, body = eventBody()): RawEvent => ({ body, headers: JSON.stringify(headers) });

test("an untouched notification is taken, and says which referral it is about", async () => {
  expect(await events.receive(untouched(events))).toEqual({
    kind: "event",
    event: expect.objectContaining({
      name: "referral-updated",
      referralId,
      changedOn: "2026-11-22T20:59:00.000Z",
    }) as object,
  });
});

const signature = sign(events.dispatcher, eventBody());

test.each([
  ["the signature in its own header, bare", signed()],
  ["the signature in its own header, with the word before it", signed(eventBody(), `Signature ${signature}`)],
  ["an Authorization of somebody else beside it", { ...signed(), Authorization: "Bearer of-a-gateway" }],
  [
    "names of headers in capitals",
    Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value])),
  ],
])("%s is as good", async (_case, headers) => {
  expect(await events.receive(raw(headers))).toMatchObject({ kind: "event" });
});

test("the bytes of the body may come as base64", async () => {
  const body = eventBody({ ResourceName: "réferral ✔ 😀" });
  const bytes = Buffer.from(body, "utf8").toString("base64");

  expect(await events.receive(raw(signed(body), `base64:${bytes}`))).toMatchObject({ kind: "event" });
  expect(await events.receive(raw(signed(body), body))).toMatchObject({ kind: "event" });
});

const der = events.dispatcher.certificate;
const pem = `-----BEGIN CERTIFICATE-----\r\n${(der.toString("base64").match(/.{1,64}/g) ?? []).join("\r\n")}\r\n-----END CERTIFICATE-----\r\n`;

test.each([
  ["binary", der],
  ["base64", der.toString("base64")],
  ["PEM", pem],
])("a certificate served as %s is read", async (_form, served) => {
  events.served = served;

  expect(await events.receive(untouched(events))).toMatchObject({ kind: "event" });
});

test.each([
  "",
  "<html>moved</html>",
  "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
  "A".repeat(70_000),
])("what is no certificate leaves it to Partner Center to try again", async (served) => {
  events.served = served;

  const checked = await events.receive(untouched(events));

  expect(checked).toEqual({ kind: "refused", refusal: "certificateUnavailable" });
  expect(eventRefusals.certificateUnavailable.status).toBeGreaterThanOrEqual(500);
});

test("a hundred notifications fetch the certificate once", async () => {
  for (let count = 0; count < 100; count += 1) await events.receive(untouched(events));

  expect(events.requests).toEqual([certificateUrl]);
});

test("a new certificate at the same address is fetched when a signature does not fit the remembered one", async () => {
  const successor = new SignedEvents();
  events.served = successor.impostors[0]?.certificate ?? "";
  await events.receive(untouched(events));
  events.served = events.dispatcher.certificate;
  events.now = "2026-11-22T21:02:00.000Z";

  expect(await events.receive(untouched(events))).toMatchObject({ kind: "event" });
  expect(events.requests).toHaveLength(2);
});

test("forged signatures make the certificate be fetched once a minute at most", async () => {
  events.now = "2026-11-22T21:00:00.000Z";
  for (let second = 0; second < 60; second += 1) {
    events.now = `2026-11-22T21:00:${String(second).padStart(2, "0")}.000Z`;
    await events.receive(raw(signed(eventBody(), Buffer.alloc(256, 1).toString("base64"))));
  }

  expect(events.requests).toHaveLength(1);
});

test("a notification that is seven days late is no replay", async () => {
  const body = eventBody({ ResourceChangeUtcDate: "2026-11-15T20:59:00.0000000+00:00" });

  expect(await events.receive(untouched(events, body))).toMatchObject({ kind: "event" });
});

test("the sandbox signs for the local profile, and for no other", async () => {
  const signer = openNotificationSigner(new Map());
  const url = "http://127.0.0.1:4291/certificates/cert/pcnotifications-dispatch.microsoft.com.cer";
  events.servedElsewhere = signer.certificate;
  const headers = { ...signed(), "x-ms-signature": signer.sign(eventBody()), "x-ms-certificate-url": url };

  expect(await events.receive(raw(headers), "Local sandbox:4291")).toMatchObject({ kind: "event" });
  expect(await events.receive(raw(headers), "Local sandbox")).toEqual({
    kind: "refused",
    refusal: "certificateNotAllowed",
  });
  expect(await events.receive(raw(headers))).toEqual({ kind: "refused", refusal: "certificateNotAllowed" });
});

test.each(["missing", "wrong"])("a %s signature is answered as one who is not known", async (problem) => {
  const headers = problem === "missing" ? { ...signed(), "x-ms-signature": "" } : signed(eventBody(), "AAAA");

  const checked = await events.receive(raw(headers));

  if (checked.kind !== "refused") throw new Error("was taken");
  expect(eventRefusals[checked.refusal].status).toBe(401);
});
