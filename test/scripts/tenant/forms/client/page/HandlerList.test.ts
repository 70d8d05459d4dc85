import { HandlerList } from "../../../../../../scripts/tenant/forms/client/page/HandlerList";

test("handlers run in order; context and designer parameters arrive as asked for", () => {
  const list = new HandlerList();
  const calls: unknown[][] = [];
  list.add((...values) => calls.push(["first", ...values]), { parameters: [1, "x"], passesContext: true });
  list.add((...values) => calls.push(["second", ...values]), { parameters: [2], passesContext: false });

  list.run("context", () => undefined);

  expect(calls).toEqual([
    ["first", "context", 1, "x"],
    ["second", 2],
  ]);
});

test("a handler added twice runs once, a removed one not at all", () => {
  const list = new HandlerList();
  const handler = jest.fn();
  const other = jest.fn();
  list.add(handler);
  list.add(handler);
  list.add(other);
  list.remove(other);

  list.run(null, () => undefined);

  expect(handler).toHaveBeenCalledTimes(1);
  expect(other).not.toHaveBeenCalled();
});

test("a handler that throws is told, by name, and does not stop the next one", () => {
  const list = new HandlerList();
  const next = jest.fn();
  const problems: string[] = [];
  list.add(
    () => {
      throw new Error("broken");
    },
    { name: "Acme.onLoad" },
  );
  list.add(next);

  list.run(null, (name, error) => problems.push(`${name}: ${(error as Error).message}`));

  expect(problems).toEqual(["Acme.onLoad: broken"]);
  expect(next).toHaveBeenCalledTimes(1);
});

test("hazard: an asynchronous handler that fails later is still told", async () => {
  const list = new HandlerList();
  const problems: string[] = [];
  list.add(() => Promise.reject(new Error("late")), { name: "Acme.onSave" });

  list.run(null, (name) => problems.push(name));
  expect(problems).toEqual([]);
  await Promise.resolve();
  await Promise.resolve();

  expect(problems).toEqual(["Acme.onSave"]);
});
