import { startSandbox, type Reply, type RunningSandbox } from "./startSandbox";

const registration = "/partnercenter/webhooks/v1/registration";
const wanted = {
  WebhookUrl: "https://flow.example/receive?sig=1",
  WebhookEvents: ["referral-created", "referral-updated"],
};
let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const send = (method: string, body?: unknown): Promise<Reply> => running.call(method, registration, { body });

test("the supported events can be listed", async () => {
  const reply = await running.call("GET", `${registration}/events`);

  expect(reply.body).toEqual([
    "test-created",
    "referral-created",
    "referral-updated",
    "related-referral-created",
    "related-referral-updated",
  ]);
});

test("a registration is made, read back, changed and kept under its subscriber id", async () => {
  const before = await send("GET");
  const made = await send("POST", wanted);
  const read = await send("GET");
  const changed = await send("PUT", {
    ...wanted,
    WebhookUrl: "https://other.example/",
    SignatureTokenToMsSignatureHeader: true,
  });
  const after = await send("GET");

  expect(before.status).toBe(404);
  expect(made.status).toBe(200);
  expect(made.body).toEqual({ SubscriberId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, ...wanted });
  expect(read.body).toEqual(wanted);
  expect(changed.body["SubscriberId"]).toBe(made.body["SubscriberId"]);
  expect(after.body["WebhookUrl"]).toBe("https://other.example/");
  expect([...running.sandbox.state.webhookRegistrations.values()]).toMatchObject([
    { SignatureTokenToMsSignatureHeader: true },
  ]);
});

test("a tenant has one registration: a second POST is refused and changes nothing", async () => {
  await send("POST", wanted);

  const second = await send("POST", { ...wanted, WebhookUrl: "https://other.example/" });

  expect(second.status).toBe(400);
  expect((await send("GET")).body).toEqual(wanted);
});

test("what is not registered cannot be changed", async () => {
  expect((await send("PUT", wanted)).status).toBe(404);
});

test.each([
  [{ ...wanted, WebhookUrl: "http://flow.example/" }, "https"],
  [{ ...wanted, WebhookUrl: "flow" }, "https"],
  [{ ...wanted, WebhookUrl: 7 }, "https"],
  [{ ...wanted, WebhookEvents: [] }, "event"],
  [{ ...wanted, WebhookEvents: ["invoice-ready"] }, "invoice-ready"],
  [{ ...wanted, SignatureTokenToMsSignatureHeader: "yes" }, "SignatureTokenToMsSignatureHeader"],
  ["nonsense", "JSON"],
  ["[]", "JSON"],
])("the registration %j is refused", async (body, words) => {
  const reply = await send("POST", body);

  expect(reply.status).toBe(400);
  expect(reply.body).toMatchObject({ code: "BadRequest", description: expect.stringContaining(words) as string });
});

test("plain http is good enough for this machine", async () => {
  expect((await send("POST", { ...wanted, WebhookUrl: "http://127.0.0.1:4270/receive" })).status).toBe(200);
});

test("an address that does not exist is not found", async () => {
  expect((await running.call("GET", `${registration}/nothing`)).status).toBe(404);
});
