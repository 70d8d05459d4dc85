import { keepMaintaining } from "../../../scripts/maintain/keepMaintaining";

/** Runs a schedule of five minutes on a clock of its own until this many runs have begun; answers when each began. */
async function begins(runs: ReadonlyArray<{ takesMs: number; isFinished?: boolean; fails?: boolean }>) {
  let nowMs = 0;
  const stop = new AbortController();
  const began: number[] = [];
  const failures: unknown[] = [];
  const run = async () => {
    const { takesMs, isFinished = true, fails = false } = runs[began.length] ?? { takesMs: 0 };
    began.push(nowMs / 1000);
    if (began.length === runs.length) stop.abort();
    nowMs += takesMs;
    if (fails) throw new Error("no network");
    return Promise.resolve({ isFinished });
  };
  const schedule = {
    everyMs: 300_000,
    soonMs: 60_000,
    nowMs: () => nowMs,
    wait: (ms: number) => Promise.resolve(void (nowMs += ms)),
    signal: stop.signal,
  };
  await keepMaintaining(run, schedule, (error) => failures.push(error));
  return { began, failures };
}

test("runs begin every five minutes, however long one takes", async () => {
  const { began } = await begins([{ takesMs: 1000 }, { takesMs: 90_000 }, { takesMs: 0 }]);

  expect(began).toEqual([0, 300, 600]);
});

test("a run that takes longer than the interval is followed at once, and never overlaps the next", async () => {
  const { began } = await begins([{ takesMs: 400_000 }, { takesMs: 0 }]);

  expect(began).toEqual([0, 400]);
});

test("a run that left work is followed after a minute", async () => {
  const { began } = await begins([{ takesMs: 1000, isFinished: false }, { takesMs: 0 }, { takesMs: 0 }]);

  expect(began).toEqual([0, 60, 360]);
});

test("a run that fails is said, and the next one comes all the same", async () => {
  const { began, failures } = await begins([{ takesMs: 0, fails: true }, { takesMs: 0 }]);

  expect(began).toEqual([0, 300]);
  expect(failures).toEqual([new Error("no network")]);
});
