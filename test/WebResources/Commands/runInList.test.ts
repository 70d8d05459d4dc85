import type { Platform } from "../../../WebResources/Commands/Platform";
import { runInList } from "../../../WebResources/Commands/runInList";
import type { Task } from "../../../WebResources/Commands/Task";

const createPlatform = () => {
  const log: string[] = [];
  const platform: Platform = {
    confirm: async () => true,
    alert: async (title, text) => void log.push(`alert ${title}: ${text}`),
    askReason: async () => null,
    chooseRow: async () => null,
    showProgress: (text) => log.push(`progress ${text ?? "ends"}`),
    openUrl: (url) => log.push(`open ${url}`),
    copy: async () => true,
    tell: (text) => log.push(`tell ${text}`),
  };
  return { log, platform };
};

/** A task for all rows but those called "left", which fails for those called "bad". */
const task = (decision: string | null = ""): Task => ({
  words: { doing: "Accepting", done: "Accepted", leftOut: "nobody waits for it" },
  find: async (ids) => ({
    kind: "done",
    value: ids.filter((id) => id !== "left").map((id) => ({ id, name: id === "nameless" ? "" : `Row ${id}` })),
  }),
  ask: async () => decision,
  carryOut: async ({ id }) =>
    id === "bad" || id === "nameless"
      ? { isDone: false, notice: { level: "WARNING", text: "Too late." } }
      : { isDone: true, notice: null },
});

const run = async (ids: string[], given: Task = task()) => {
  const { log, platform } = createPlatform();
  await runInList(platform, given, ids, () => log.push("refresh"));
  return log;
};

test("all rows done is a line that goes away, not a dialog to close", async () => {
  expect(await run(["1", "2"])).toEqual([
    "progress Accepting: 1 of 2…",
    "progress Accepting: 2 of 2…",
    "progress ends",
    "refresh",
    "tell Accepted: 2 rows",
  ]);
});

test("one row that fails hinders no other, and is named with the server's words", async () => {
  expect((await run(["bad", "2", "nameless"])).at(-1)).toBe(
    "alert Accepted: 1 of 3 rows: Row bad: Too late.\n\n(No name): Too late.",
  );
});

test("rows with which there is nothing to do are left out and counted", async () => {
  expect((await run(["1", "left"])).at(-1)).toBe(
    "alert Accepted: 1 of 2 rows: 1 row left out, because nobody waits for it.",
  );
});

test("nothing to do at all says so and does nothing", async () => {
  const [only, ...more] = await run(["left"]);
  expect(only).toMatch(/^alert Nothing was done: Nothing was done, because nobody waits for it\./);
  expect(more).toEqual([]);
});

test("whoever changes their mind does nothing", async () => {
  expect(await run(["1"], task(null))).toEqual([]);
});

test("rows that cannot be read are told with what to do", async () => {
  const offline: Task = { ...task(), find: async () => ({ kind: "failed", failure: "offline" }) };
  expect((await run(["1"], offline))[0]).toMatch(/^alert Nothing was done: You are offline/);
});

test("the cover over the page goes away even where the task breaks", async () => {
  const { log, platform } = createPlatform();
  const broken: Task = { ...task(), carryOut: () => Promise.reject(new Error("broken")) };
  await expect(runInList(platform, broken, ["1"], () => undefined)).rejects.toThrow("broken");
  expect(log.at(-1)).toBe("progress ends");
});
