import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createVerify, X509Certificate } from "node:crypto";
import { postOverNetwork } from "../../../../scripts/tenant/partnerCenter/webhooks/postOverNetwork";
import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox } from "./startSandbox";
import { register } from "./webhookSamples";

interface Received {
  headers: IncomingHttpHeaders;
  body: Buffer;
}

let running: RunningSandbox;
let receiver: Server;
let received: Received[];
let answer: number | "never";

beforeEach(async () => {
  [received, answer] = [[], 200];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      if (answer !== "never") response.writeHead(answer, { location: "/elsewhere" }).end("thanks");
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  running = await startSandbox({ post: (one) => postOverNetwork({ ...one, timeoutMs: 2_000 }) });
});
afterEach(async () => {
  await running.stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const address = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/receive`;
const deliveries = (): ReturnType<RunningSandbox["sandbox"]["state"]["deliveries"]["all"]> =>
  running.sandbox.state.deliveries.all();

async function deliverOne(registration: object = {}): Promise<Received> {
  await register(running, { WebhookUrl: address(), ...registration });
  await running.call("POST", referrals, { body: privateDeal({ name: "Årlig løsning" }) });
  await running.sandbox.runDue();
  const [first] = received;
  if (first === undefined) throw new Error("Nothing was received.");
  return first;
}

async function certificateAt(url: string): Promise<X509Certificate> {
  return new X509Certificate(Buffer.from(await (await fetch(url)).arrayBuffer()));
}

const isSigned = (certificate: X509Certificate, body: Buffer, signature: string): boolean =>
  createVerify("RSA-SHA256").update(body).verify(certificate.publicKey, signature, "base64");

test("a delivery can be verified from its headers alone", async () => {
  const { headers, body } = await deliverOne();

  const certificate = await certificateAt(String(headers["x-ms-certificate-url"]));
  const [scheme, signature = ""] = String(headers.authorization).split(" ");
  expect(headers["x-ms-certificate-url"]).toBe(
    `${running.address}/certificates/cert/pcnotifications-dispatch.microsoft.com.cer`,
  );
  expect(headers["x-ms-signature-algorithm"]).toBe("rsa-sha256");
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(scheme).toBe("Signature");
  expect(isSigned(certificate, body, signature)).toBe(true);
  expect(isSigned(certificate, Buffer.concat([body, Buffer.from(" ")]), signature)).toBe(false);
});

test("the certificate is Microsoft's in name, issued by a root of its own that stands beside it", async () => {
  const { headers } = await deliverOne();
  const url = String(headers["x-ms-certificate-url"]);

  const [leaf, root] = [await certificateAt(url), await certificateAt(new URL("root.cer", url).href)];

  expect(leaf.issuer).toContain("O=Microsoft Corporation");
  expect(leaf.subject).toContain("CN=pcnotifications-dispatch.microsoft.com");
  expect(leaf.checkIssued(root) && leaf.verify(root.publicKey) && root.verify(root.publicKey)).toBe(true);
  expect([leaf.ca, root.ca]).toEqual([false, true]);
  expect(leaf.checkHost("pcnotifications-dispatch.microsoft.com")).toBeDefined();
  expect(Date.parse(leaf.validTo)).toBeGreaterThan(Date.UTC(2049, 0, 1));
});

test("with the registration's flag the signature comes in its own header, and Authorization stays free", async () => {
  const { headers, body } = await deliverOne({ SignatureTokenToMsSignatureHeader: true });

  const certificate = await certificateAt(String(headers["x-ms-certificate-url"]));
  expect(headers.authorization).toBeUndefined();
  expect(isSigned(certificate, body, String(headers["x-ms-signature"]).replace(/^Signature /, ""))).toBe(true);
});

test("a redirect is not followed and counts as a failure", async () => {
  answer = 302;
  await deliverOne();

  expect(received).toHaveLength(1);
  expect(deliveries()).toMatchObject([{ state: "waiting", attempts: [{ status: 302 }] }]);
});

test("a receiver that does not answer in time has failed", async () => {
  answer = "never";
  await deliverOne();

  expect(deliveries()).toMatchObject([
    { state: "waiting", attempts: [{ status: null, problem: "No answer within 2000 ms." }] },
  ]);
});

test("a receiver that cannot be reached has failed, and the delivery says why", async () => {
  const gone = address();
  await new Promise((resolve) => receiver.close(resolve));
  await register(running, { WebhookUrl: gone });
  await running.call("POST", referrals, { body: privateDeal() });
  await running.sandbox.runDue();
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));

  const [attempt] = deliveries()[0]?.attempts ?? [];
  expect(attempt).toMatchObject({ status: null, problem: expect.stringContaining("ECONNREFUSED") as string });
});

test("a serving sandbox delivers by itself", async () => {
  await register(running, { WebhookUrl: address() });
  await running.call("POST", referrals, { body: privateDeal() });

  for (let tries = 0; received.length === 0 && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));

  expect(received).toHaveLength(1);
});

test.each([
  ["GET", "/certificates/cert/unknown.cer", 404],
  ["POST", "/certificates/cert/root.cer", 405],
])("%s %s is answered %i", async (method, path, status) => {
  expect((await running.call(method, path)).status).toBe(status);
});
