import { ada, createSales, entity, type Sales } from "./support/createSales";

let sales: Sales;
beforeEach(async () => {
  sales = await createSales();
});
afterEach(() => sales.close());

const create = (name: string) => sales.service.create(entity("account", { name }), ada);
const update = (name: string, id: string) => sales.service.update(entity("account", { name }, id), ada);
const nameOf = async (id: string) =>
  (await sales.service.retrieve("account", id, ["name"], ada)).attributes.name as string;
const count = () => Number(sales.database.all("SELECT COUNT(*) AS n FROM account")[0]?.n);
const tick = () => new Promise((resolve) => setImmediate(resolve));
const noTransaction: unknown = expect.objectContaining({ code: "0x80040251" });

test("what happens inside is kept when the work resolves and undone when it rejects", async () => {
  const kept = sales.transactions.inTransaction(() => create("kept"));
  const undone = sales.transactions.inTransaction(async () => {
    await create("undone");
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  await kept;
  expect(count()).toBe(1);
});

test("others wait, in the order they came, and see nothing half done", async () => {
  const id = await create("0");
  const order: string[] = [];
  const long = sales.transactions.inTransaction(async () => {
    await update("1", id);
    await tick();
    await tick();
    order.push("transaction");
    await update("2", id);
  });
  const read = nameOf(id).then((name) => order.push(`read ${name}`));
  const write = update("3", id).then(() => order.push("write"));
  await Promise.all([long, read, write]);
  expect(order).toEqual(["transaction", "read 2", "write"]);
});

test("a call bound to the transaction is part of it wherever it comes from", async () => {
  const fromElsewhere: (() => Promise<string>)[] = [];
  const outside = (async () => {
    while (fromElsewhere.length === 0) await tick();
    return fromElsewhere[0]?.();
  })();
  const work = sales.transactions.inTransaction(async (scope) => {
    const bound = scope.bind(sales.service);
    fromElsewhere.push(() => bound.create(entity("account", { name: "inside" }), ada));
    await outside;
    expect(count()).toBe(1);
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(count()).toBe(0);
});

test("a call bound to a transaction that is over is refused", async () => {
  const scope = await sales.transactions.inTransaction(async (open) => open);
  const late = scope.bind(sales.service).create(entity("account", { name: "late" }), ada);
  await expect(late).rejects.toEqual(noTransaction);
});

test("parts of a transaction that run at once take turns, and one that fails undoes only itself", async () => {
  const part = (name: string, fails: boolean) =>
    sales.transactions.inTransaction(async () => {
      await create(name);
      await tick();
      if (fails) throw new Error(name);
    });
  await sales.transactions.inTransaction(async () => {
    const results = await Promise.allSettled([part("a", false), part("b", true), part("c", false)]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
  const names = sales.database.all("SELECT name FROM account ORDER BY name").map((row) => row.name);
  expect(names).toEqual(["a", "c"]);
});

test("with afterFailure end, a failed write that was caught loses the whole transaction", async () => {
  const work = sales.transactions.inTransaction(
    async () => {
      await create("first");
      await sales.service.create(entity("account", { nme: "x" }), ada).catch(() => undefined);
      await expect(create("second")).rejects.toEqual(noTransaction);
      return "done";
    },
    { afterFailure: "end" },
  );
  await expect(work).rejects.toEqual(expect.objectContaining({ code: "0x8009000c" }));
  expect(count()).toBe(0);
});

test("actions for after the commit run once all is kept, and never when it is not", async () => {
  const seen: string[] = [];
  await sales.transactions.inTransaction(async (outer) => {
    outer.afterCommit(() => seen.push(`outer ${count()}`));
    await sales.transactions.inTransaction(async (inner) => {
      inner.afterCommit(() => seen.push(`inner ${count()}`));
      await create("a");
    });
    expect(seen).toEqual([]);
  });
  const failed = sales.transactions.inTransaction(async (scope) => {
    scope.afterCommit(() => seen.push("never"));
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(seen).toEqual(["outer 1", "inner 1"]);
});

test("work left behind by a transaction that has ended runs on its own", async () => {
  let left: Promise<string> | undefined;
  await sales.transactions.inTransaction(async () => {
    left = tick()
      .then(tick)
      .then(() => create("left"));
  });
  await expect(left).resolves.toEqual(expect.any(String));
  expect(count()).toBe(1);
});
