import { platformLimits, ServiceProtection } from "../../../../../scripts/tenant/dataverse/webApi/ServiceProtection";
import { startWebApi } from "../support/startWebApi";

const limits = { windowMs: 1000, requests: 3, executionMs: 500, concurrent: 2 };

function create() {
  let now = 0;
  const protection = new ServiceProtection(limits, () => now);
  const ask = (user: string, durationMs = 0) =>
    protection.admit(user, async () => {
      now += durationMs;
    });
  return { protection, ask, wait: (ms: number) => (now += ms) };
}

test("requests past the limit wait until the oldest leaves the window; other users do not", async () => {
  const { ask, wait } = create();
  for (let asked = 0; asked < limits.requests; asked += 1) {
    await ask("ada");
    wait(100);
  }
  await expect(ask("ada")).rejects.toMatchObject({ code: "0x80072322", httpStatus: 429, retryAfterSeconds: 1 });
  await expect(ask("ben")).resolves.toBeUndefined();
  wait(701);
  await expect(ask("ada")).resolves.toBeUndefined();
});

test("requests that take too long together are too much", async () => {
  const { ask } = create();
  await ask("ada", 500);
  await expect(ask("ada")).rejects.toMatchObject({ code: "0x80072321" });
});

test("too many at once are refused, and let in again once one is done", async () => {
  const { protection, ask } = create();
  const releases: (() => void)[] = [];
  const long = [1, 2].map(() => protection.admit("ada", () => new Promise<void>((resolve) => releases.push(resolve))));
  await expect(ask("ada")).rejects.toMatchObject({ code: "0x80072326" });
  for (const release of releases) release();
  await Promise.all(long);
  await expect(ask("ada")).resolves.toBeUndefined();
});

test("the answer to too many requests says when to come back", async () => {
  const api = await startWebApi({ limits: { ...platformLimits, requests: 1 } });
  expect((await api.get("WhoAmI")).status).toBe(200);
  const { status, headers, json } = await api.get("WhoAmI");
  expect([status, json.error]).toEqual([429, expect.objectContaining({ code: "0x80072322" })]);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(290);
  await api.stop();
});
