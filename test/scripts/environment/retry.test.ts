import { withRetry, type RetryRules } from "../../../scripts/environment/retry";

const nowMs = Date.parse("2026-11-30T10:00:00Z");

/** Sends until the failures are used up; tells how long was waited each time, and how it ended. */
async function send(failures: readonly object[], isRepeatable = true) {
  const waitedMs: number[] = [];
  let tries = 0;
  const rules: RetryRules = {
    isRepeatable,
    say: () => undefined,
    wait: (ms) => Promise.resolve(void waitedMs.push(ms)),
    nowMs: () => nowMs,
  };
  const outcome = await withRetry(async () => {
    const failure = failures[tries++];
    if (failure) throw Object.assign(new Error("refused"), failure);
    return Promise.resolve("done");
  }, rules).catch((error: unknown) => error);
  return { waitedMs, outcome };
}

const after = (text: string) => ({ "retry-after": text });

test.each([
  ["seconds", "17", 17_000],
  ["a date", "Mon, 30 Nov 2026 10:00:30 GMT", 30_000],
  ["a date that is over", "Mon, 30 Nov 2026 09:00:00 GMT", 0],
])("too many requests are sent again when Retry-After says, in %s", async (_name, text, ms) => {
  expect(await send([{ status: 429, headers: after(text) }])).toEqual({ waitedMs: [ms], outcome: "done" });
});

test("without Retry-After the waits double", async () => {
  const { waitedMs, outcome } = await send(Array.from({ length: 5 }, () => ({ status: 503 })));

  expect(waitedMs).toEqual([1000, 2000, 4000, 8000, 16_000]);
  expect(outcome).toBe("done");
});

test("it gives up in the end, with the last failure", async () => {
  const { waitedMs, outcome } = await send(Array.from({ length: 9 }, () => ({ status: 500 })));

  expect(waitedMs).toHaveLength(5);
  expect(outcome).toMatchObject({ status: 500 });
});

test("a server that asks for an hour is not waited for", async () => {
  expect(await send([{ status: 429, headers: after("3600") }])).toMatchObject({
    waitedMs: [],
    outcome: { status: 429 },
  });
});

test.each([400, 401, 403, 404, 412])("%i is told at once", async (status) => {
  expect(await send([{ status }])).toMatchObject({ waitedMs: [], outcome: { status } });
});

test.each([
  ["was refused for too many requests", { status: 429 }, "done"],
  ["never reached the server", { code: "ECONNREFUSED" }, "done"],
  ["may have run", { status: 502 }, { status: 502 }],
  ["broke off", { code: "ECONNRESET" }, { code: "ECONNRESET" }],
])("a request that must not run twice and %s", async (_name, failure, outcome) => {
  const sent = await send([failure], false);

  if (typeof outcome === "string") expect(sent.outcome).toBe(outcome);
  else expect(sent.outcome).toMatchObject(outcome);
});
