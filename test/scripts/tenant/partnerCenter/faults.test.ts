import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox } from "./startSandbox";

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox({ clock: Date.now });
});
afterEach(() => running.stop());

const fault = (body: object): Promise<Reply> => running.call("POST", "/sandbox/faults", { body });
const post = (): Promise<Reply> => running.call("POST", referrals, { body: privateDeal() });
const stored = (): number => [...running.sandbox.state.referrals.values()].length;
const token = (): Promise<Reply> => running.call("POST", "/login/common/oauth2/v2.0/token", { body: "" });

test.each([
  [400, "invalidRequest"],
  [401, "unauthenticated"],
  [403, "accessDenied"],
  [404, "itemNotFound"],
  [409, "invalidRequest"],
  [423, "generalException"],
  [504, "generalException"],
  [412, "preconditionFailed"],
  [429, "serviceNotAvailable"],
  [500, "generalException"],
  [503, "serviceNotAvailable"],
])("a fault of %i answers %s and does nothing", async (kind, code) => {
  await fault({ operation: "POST referral", kind });

  const struck = await post();
  const next = await post();

  expect(struck.status).toBe(kind);
  expect(struck.body.error.code).toBe(code);
  expect(next.status).toBe(200);
  expect(stored()).toBe(1);
});

test("429 says when to come back", async () => {
  await fault({ kind: 429, retryAfterSeconds: 17 });
  await fault({ kind: 429 });

  expect((await post()).headers.get("retry-after")).toBe("17");
  expect((await post()).headers.get("retry-after")).toBe("1");
});

test("503 says when to come back only if told to", async () => {
  await fault({ kind: 503 });
  await fault({ kind: 503, retryAfterSeconds: 5 });

  expect((await post()).headers.get("retry-after")).toBeNull();
  expect((await post()).headers.get("retry-after")).toBe("5");
});

test("a fault strikes as often as it says, and only the operation it names", async () => {
  await fault({ operation: "GET", kind: 500, times: 2 });

  const created = await post();
  const one = await running.call("GET", `${referrals}/${created.body.id}`);
  const all = await running.call("GET", referrals);
  const again = await running.call("GET", referrals);

  expect([created.status, one.status, all.status, again.status]).toEqual([200, 500, 500, 200]);
});

test.each([
  ["PATCH referral", "PATCH", `${referrals}/x`],
  ["PUT referral", "PUT", `${referrals}/x`],
  ["GET referral", "GET", `${referrals}/x`],
  ["GET referrals", "GET", referrals],
  ["webhook registration", "GET", "/partnercenter/webhooks/v1/registration"],
  ["token", "POST", "/login/common/oauth2/v2.0/token"],
])("the operation %s names %s %s", async (operation, method, path) => {
  await fault({ operation, kind: 503 });

  const created = await post();
  const struck = await running.call(method, path, method === "GET" ? {} : { body: [] });

  expect(created.status).toBe(200);
  expect(struck.status).toBe(503);
});

test("each host words a fault as it words its own failures", async () => {
  await fault({ kind: 500, times: 2 });

  const webhook = await running.call("GET", "/partnercenter/webhooks/v1/registration");
  const login = await token();

  expect(webhook.body).toMatchObject({ code: "500", data: [] });
  expect(login.body).toMatchObject({ error: "temporarily_unavailable" });
});

test("a lost answer: the referral exists, the caller never hears of it", async () => {
  await fault({ operation: "POST referral", kind: "dropAfterCommit" });

  await expect(post()).rejects.toThrow("fetch failed");

  expect(stored()).toBe(1);
});

test("a hanging call is held until the client gives up, and nothing is done", async () => {
  await fault({ operation: "POST referral", kind: "hang" });
  const giveUp = AbortSignal.timeout(200);

  const call = fetch(running.address + referrals, { method: "POST", body: "{}", signal: giveUp });

  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
  expect(stored()).toBe(0);
});

test("stop lets a hanging call go", async () => {
  await fault({ kind: "hang" });
  const call = post();
  await new Promise((resolve) => setTimeout(resolve, 50));

  running.sandbox.stop();

  await expect(call).rejects.toThrow("fetch failed");
});

test("a slow call is answered properly after its delay", async () => {
  await fault({ kind: "slow", ms: 150 });
  const startedMs = Date.now();

  const reply = await post();

  expect(reply.status).toBe(200);
  expect(Date.now() - startedMs).toBeGreaterThanOrEqual(145);
});

test("pages and controls are never struck", async () => {
  await fault({ operation: "any", kind: 500, times: 9 });

  const page = await running.call("GET", "/");
  const control = await running.call("GET", "/sandbox/requests");

  expect([page.status, control.status]).toEqual([200, 200]);
});

test("faults are listed in order and can be cleared", async () => {
  await fault({ operation: "token", kind: "hang", times: 3 });
  await fault({ kind: "slow", ms: 10 });

  const listed = await running.call("GET", "/sandbox/faults");
  const cleared = await running.call("DELETE", "/sandbox/faults");
  const after = await running.call("GET", "/sandbox/faults");

  expect(listed.body).toMatchObject([
    { operation: "token", kind: "hang", times: 3 },
    { operation: "any", kind: "slow", ms: 10, times: 1 },
  ]);
  expect(cleared.status).toBe(204);
  expect(after.body).toEqual([]);
});

test.each([
  [{}, "kind must be"],
  [{ kind: 418 }, "kind must be"],
  [{ kind: 500, operation: "DELETE" }, "operation must be"],
  [{ kind: 500, times: 0 }, "times must be"],
  [{ kind: 500, times: "many" }, "times must be"],
  [{ kind: "slow", ms: 700_000 }, "ms must be"],
  [{ kind: 429, retryAfterSeconds: -1 }, "retryAfterSeconds must be"],
  [{ kind: 500, tmies: 2 }, "A fault has no 'tmies'."],
])("the fault %j is refused", async (body, message) => {
  const reply = await fault(body);

  expect(reply.status).toBe(400);
  expect(reply.body["message"]).toContain(message);
});

test("a fault may carry an error code nobody knows, on each host", async () => {
  for (const operation of ["POST referral", "webhook registration", "token"])
    await fault({ operation, kind: 403, code: "insufficent_claims" });

  const registered = await running.call("GET", "/partnercenter/webhooks/v1/registration");

  expect((await post()).body.error.code).toBe("insufficent_claims");
  expect(registered.body["code"]).toBe("insufficent_claims");
  expect((await token()).body["error"]).toBe("insufficent_claims");
  expect((await fault({ kind: 403, code: 7 })).status).toBe(400);
});
