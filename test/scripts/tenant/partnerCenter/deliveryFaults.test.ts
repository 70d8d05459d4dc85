import { createVerify, X509Certificate } from "node:crypto";
import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox } from "./startSandbox";
import { register } from "./webhookSamples";

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
  await register(running);
});
afterEach(() => running.stop());

const mishap = (body: object): Promise<Reply> => running.call("POST", "/sandbox/mishaps", { body });
const create = async (): Promise<string> => (await running.call("POST", referrals, { body: privateDeal() })).body.id;
const sentIds = (): string[] =>
  running.sent.map(({ body }) => (JSON.parse(body) as { ResourceUri: string }).ResourceUri.slice(-36));

test("a dropped notification is never sent", async () => {
  await mishap({ kind: "drop" });
  await create();
  const second = await create();
  await running.sandbox.runDue();

  expect(sentIds()).toEqual([second]);
});

test("a duplicated notification is sent twice, word for word", async () => {
  await mishap({ kind: "duplicate", eventName: "referral-created" });
  const id = await create();
  await running.sandbox.runDue();

  expect(sentIds()).toEqual([id, id]);
  expect(running.sent[0]?.body).toBe(running.sent[1]?.body);
});

test("a delayed notification comes when its delay is over", async () => {
  await mishap({ kind: "delay", ms: 604_800_000 });
  const late = await create();
  const inTime = await create();
  await running.sandbox.runDue();
  const before = sentIds();
  running.time.nowMs += 604_800_000;
  await running.sandbox.runDue();

  expect(before).toEqual([inTime]);
  expect(sentIds()).toEqual([inTime, late]);
});

test("a reordered notification lets the next one pass", async () => {
  await mishap({ kind: "reorder" });
  const first = await create();
  await running.sandbox.runDue();
  const second = await create();
  await running.sandbox.runDue();

  expect(sentIds()).toEqual([second, first]);
});

test("a reordered notification that nothing follows comes at last", async () => {
  await mishap({ kind: "reorder", ms: 5000 });
  const only = await create();
  running.time.nowMs += 5000;
  await running.sandbox.runDue();

  expect(sentIds()).toEqual([only]);
});

test("a wrong signature is one of other bytes, under the right certificate", async () => {
  await mishap({ kind: "wrongSignature" });
  await create();
  await running.sandbox.runDue();
  const [forged] = running.sent;
  const { signer } = running.sandbox.state;
  const key = new X509Certificate(signer().certificate).publicKey;
  const signature = forged?.headers["authorization"]?.replace("Signature ", "") ?? "";

  expect(signature).not.toBe("");
  expect(
    createVerify("RSA-SHA256")
      .update(forged?.body ?? "")
      .verify(key, signature, "base64"),
  ).toBe(false);
});

test("a mishap strikes only the event it names and as often as it says", async () => {
  await mishap({ kind: "drop", eventName: "referral-updated" });
  await mishap({ kind: "drop", eventName: "referral-created", times: 2 });
  await create();
  await create();
  const third = await create();
  await running.sandbox.runDue();

  expect(sentIds()).toEqual([third]);
  expect((await running.call("GET", "/sandbox/mishaps")).body).toMatchObject([{ eventName: "referral-updated" }]);
  expect((await running.call("DELETE", "/sandbox/mishaps")).status).toBe(204);
  expect(running.sandbox.state.mishaps).toEqual([]);
});

test.each([
  [{ kind: "lose" }, "kind"],
  [{ kind: "drop", eventName: "x" }, "eventName"],
  [{ kind: "drop", times: 0 }, "times"],
  [{ kind: "delay", ms: 604_800_001 }, "seven days"],
  [{ kind: "drop", often: 1 }, "often"],
  ["[", "JSON"],
])("the mishap %j is refused", async (body, words) => {
  const reply = await mishap(body as object);

  expect(reply.status).toBe(400);
  expect(reply.body["message"]).toContain(words);
});
