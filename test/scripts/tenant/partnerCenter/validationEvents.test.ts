import type { NotificationAnswer } from "../../../../scripts/tenant/partnerCenter/webhooks/PostNotification";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { startSandbox, type Reply, type RunningSandbox } from "./startSandbox";
import { register, registrationAddress } from "./webhookSamples";

const validation = `${registrationAddress}/validationEvents`;
let running: RunningSandbox;
let answers: (NotificationAnswer | Promise<NotificationAnswer>)[];

beforeEach(async () => {
  answers = [];
  running = await startSandbox({ post: async () => answers.shift() ?? { kind: "answered", status: 200 } });
});
afterEach(() => running.stop());

const ask = (): Promise<Reply> => running.call("POST", validation);
const read = async (correlationId: unknown): Promise<Reply> =>
  running.call("GET", `${validation}/${String(correlationId)}`);

test("a validation event reaches the registered address, and its result can be read", async () => {
  await register(running);
  // The sandbox delivers by itself as well: the address answers once the event was seen waiting.
  let letAnswer = (): void => undefined;
  answers = [new Promise((resolve) => (letAnswer = () => resolve({ kind: "answered", status: 200 })))];
  const asked = await ask();
  const { correlationId } = asked.body;
  const [queued] = running.sandbox.state.deliveries.all();
  const before = await read(correlationId);
  letAnswer();
  await running.sandbox.runDue();
  let after = await read(correlationId);
  while (after.body["status"] === "pending") after = await read(correlationId);

  expect(asked.status).toBe(200);
  expect(JSON.parse(queued?.body ?? "")).toMatchObject({ EventName: "test-created", ResourceName: "test" });
  expect(before.body).toMatchObject({ status: "pending", results: [] });
  expect(after.body).toEqual({
    correlationId,
    partnerId: localPartner.organization.organizationId,
    status: "completed",
    callbackUrl: "https://flow.example/receive",
    results: [
      { responseCode: "OK", responseMessage: "", systemError: false, dateTimeUtc: "2026-01-15T12:00:00.0000000" },
    ],
  });
});

test("failures are told apart: an answer, and none", async () => {
  await register(running);
  answers = [
    { kind: "answered", status: 401 },
    { kind: "failed", problem: "No answer within 30000 ms." },
  ];
  const { correlationId } = (await ask()).body;
  await running.sandbox.runDue();
  running.time.nowMs += 10_000;
  await running.sandbox.runDue();

  expect((await read(correlationId)).body).toMatchObject({
    status: "pending",
    results: [
      { responseCode: "Unauthorized", systemError: false },
      { responseCode: "", responseMessage: "No answer within 30000 ms.", systemError: true },
    ],
  });
});

test("nobody gets a test event without registering for it", async () => {
  await register(running, { WebhookEvents: ["referral-created"] });

  expect((await ask()).status).toBe(400);
});

test("two a minute are answered, the third is told when to come back", async () => {
  await register(running);
  await ask();
  running.time.nowMs += 20_000;
  const second = await ask();
  const third = await ask();
  running.time.nowMs += 40_000;
  const later = await ask();

  expect([second.status, third.status, later.status]).toEqual([200, 429, 200]);
  expect(third.headers.get("retry-after")).toBe("40");
});

test("a result is forgotten after seven days, and an unknown one was never there", async () => {
  await register(running);
  const { correlationId } = (await ask()).body;
  await running.sandbox.runDue();
  running.time.nowMs += 7 * 24 * 60 * 60 * 1000 - 1;
  const inTime = await read(correlationId);
  running.time.nowMs += 1;

  expect(inTime.status).toBe(200);
  expect((await read(correlationId)).status).toBe(404);
  expect((await read("unknown")).status).toBe(404);
});

test("the page's button does the same without a token", async () => {
  await register(running, { WebhookEvents: ["referral-created"] });
  const refused = await running.call("POST", "/sandbox/deliveries/test", { headers: { authorization: null } });
  await running.call("POST", "/sandbox/registration/takeover", { body: {} });
  const sent = await running.call("POST", "/sandbox/deliveries/test", { headers: { authorization: null } });

  expect([refused.status, sent.status]).toEqual([400, 200]);
});
