import fc from "fast-check";
import type { NotificationAnswer } from "../../../../scripts/tenant/partnerCenter/webhooks/PostNotification";
import type { Delivery } from "../../../../scripts/tenant/partnerCenter/webhooks/Delivery";
import { DueQueue } from "../../../../scripts/tenant/partnerCenter/store/DueQueue";
import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startOfTime, startSandbox, type Reply, type RunningSandbox } from "./startSandbox";
import { register } from "./webhookSamples";

let running: RunningSandbox;
let answers: NotificationAnswer[];
let tries: number[];

const ok: NotificationAnswer = { kind: "answered", status: 200 };
const broken: NotificationAnswer = { kind: "answered", status: 500 };

beforeEach(async () => {
  [answers, tries] = [[], []];
  running = await startSandbox({
    post: async () => {
      tries.push(running.time.nowMs - startOfTime);
      return answers.shift() ?? ok;
    },
  });
  await register(running);
});
afterEach(() => running.stop());

const create = (): Promise<Reply> => running.call("POST", referrals, { body: privateDeal() });
const stored = (): Delivery[] => running.sandbox.state.deliveries.all();

/** Jumps from one due instant to the next until nothing is left to do. */
async function runToTheEnd(): Promise<void> {
  const { sandbox, time } = running;
  for (let due = sandbox.nextDueAtMs(); due !== null; due = sandbox.nextDueAtMs()) {
    time.nowMs = Math.max(time.nowMs, due);
    await sandbox.runDue();
  }
}

test("a failed delivery is tried again, each time after twice as long, until it succeeds", async () => {
  answers = [broken, { kind: "failed", problem: "gone" }, broken, ok];
  await create();
  await runToTheEnd();

  expect(tries).toEqual([0, 10_000, 30_000, 70_000]);
  expect(stored()).toMatchObject([{ state: "delivered", attempts: [{}, {}, {}, { status: 200 }] }]);
});

test("after ten tries a delivery is parked and never tried again", async () => {
  answers = Array<NotificationAnswer>(20).fill(broken);
  await create();
  await runToTheEnd();
  running.time.nowMs += 365 * 24 * 60 * 60 * 1000;
  await running.sandbox.runDue();

  expect(tries).toHaveLength(10);
  expect(stored()).toMatchObject([{ state: "parked" }]);
});

test("a parked delivery can be sent again by hand", async () => {
  answers = Array<NotificationAnswer>(10).fill(broken);
  await create();
  await runToTheEnd();
  const again = await running.call("POST", `/sandbox/deliveries/${stored()[0]?.id ?? ""}/redeliver`);
  await runToTheEnd();

  expect(again.status).toBe(201);
  expect(stored().map(({ state }) => state)).toEqual(["parked", "delivered"]);
  expect((await running.call("POST", "/sandbox/deliveries/none/redeliver")).status).toBe(404);
});

test("what waits survives nothing less than a reset, also while it is being sent", async () => {
  let finish: (answer: NotificationAnswer) => void = () => undefined;
  const own = await startSandbox({ post: () => new Promise((resolve) => (finish = resolve)) });
  await register(own);
  await own.call("POST", referrals, { body: privateDeal() });
  const run = own.sandbox.runDue();

  await own.call("POST", "/sandbox/reset");
  finish(ok);
  await run;
  await own.stop();

  expect(own.sandbox.state.deliveries.all()).toEqual([]);
});

test("runs that overlap do not send one delivery twice", async () => {
  await create();
  await Promise.all([running.sandbox.runDue(), running.sandbox.runDue(), running.sandbox.runDue()]);

  expect(tries).toHaveLength(1);
});

test("deliveries can be run and listed from outside", async () => {
  await running.stop();
  running = await startSandbox({ clock: () => startOfTime });
  await register(running);
  await create();

  const run = await running.call("POST", "/sandbox/deliveries/run");
  const listed = await running.call("GET", "/sandbox/deliveries");
  await running.call("DELETE", "/sandbox/deliveries");

  expect(run.body).toEqual({ tries: 1 });
  expect(listed.body).toMatchObject([{ eventName: "referral-created", state: "delivered" }]);
  expect(stored()).toEqual([]);
});

test("of what was delivered the latest thousand are remembered", async () => {
  await create();
  await running.sandbox.runDue();
  const [first] = stored();
  if (first === undefined) throw new Error("Nothing was delivered.");
  for (let count = 0; count < 1000; count++) running.sandbox.state.deliveries.put({ ...first, id: `extra-${count}` });

  expect(stored()).toHaveLength(1000);
  expect(stored()[0]?.id).toBe("extra-0");
});

test("law: ids come out of the queue by due time, then by the order they were last put in", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
  const put = fc.record({ id, dueAtMs: fc.nat(5) });
  const remove = fc.record({ removed: id });
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: put }, remove)), fc.nat(5), (steps, nowMs) => {
      const queue = new DueQueue();
      let expected: { id: string; dueAtMs: number }[] = [];
      for (const step of steps) {
        const id = "removed" in step ? step.removed : step.id;
        expected = expected.filter((one) => one.id !== id);
        if ("removed" in step) queue.remove(id);
        else {
          queue.put(id, step.dueAtMs);
          expected.push(step);
        }
      }
      expected.sort((left, right) => left.dueAtMs - right.dueAtMs);
      expect(queue.nextDueAtMs()).toBe(expected[0]?.dueAtMs ?? null);
      const taken: (string | undefined)[] = [];
      for (let id = queue.takeDue(nowMs); id !== undefined; id = queue.takeDue(nowMs)) taken.push(id);
      expect(taken).toEqual(expected.filter((one) => one.dueAtMs <= nowMs).map(({ id }) => id));
    }),
  );
});

test("law: every notification ends delivered, or parked after exactly ten tries, whatever its receiver answers", async () => {
  const reply = fc.constantFrom(ok, broken, { kind: "failed", problem: "gone" } as NotificationAnswer);
  await fc.assert(
    fc.asyncProperty(fc.array(reply, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), async (script, count) => {
      await running.call("POST", "/sandbox/reset");
      await register(running);
      answers = [...script, ...Array<NotificationAnswer>(40).fill(broken)];
      for (let index = 0; index < count; index++) await create();
      await runToTheEnd();
      expect(stored()).toHaveLength(count);
      for (const { state, attempts } of stored()) {
        const last = attempts.at(-1)?.status;
        expect(state).toBe(last === 200 ? "delivered" : "parked");
        expect(attempts.length).toBeLessThanOrEqual(10);
        if (state === "parked") expect(attempts).toHaveLength(10);
      }
    }),
    { numRuns: 30 },
  );
});
