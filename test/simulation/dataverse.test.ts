import { resolve } from "node:path";
import { atomically, Dataverse } from "./dataverse/Dataverse";
import { readSteps, readTables } from "./dataverse/readTables";
import { Refusal } from "./dataverse/Refusal";
import { Locked, Transaction } from "./dataverse/Store";
import { money, opt, ref, type Attributes } from "./dataverse/values";

const root = resolve(__dirname, "../..");
const tables = readTables(root);
const steps = readSteps(root);

const createDataverse = () => {
  const jobs: string[] = [];
  let ids = 0;
  const dataverse = new Dataverse({
    tables,
    steps,
    nowMs: () => Date.UTC(2026, 10, 23),
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, "0")}`,
    onStep: ({ message, table }) => jobs.push(`${message} ${table}`),
  });
  const commit = <Result>(action: (transaction: Transaction) => Result): Result => {
    const transaction = new Transaction("");
    try {
      const result = atomically(transaction, () => action(transaction));
      dataverse.store.commit(transaction);
      return result;
    } finally {
      dataverse.store.rollBack(transaction);
    }
  };
  const create = (table: string, attributes: Attributes, id?: string): string =>
    commit((transaction) =>
      dataverse.create({ $t: "entity", table, attributes, ...(id === undefined ? {} : { id }) }, transaction),
    );
  return { dataverse, jobs, commit, create };
};

const refusalOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
  return "none";
};

const names = (rows: readonly { attributes: Attributes }[]): unknown[] =>
  rows.map(({ attributes }) => attributes["name"]);

describe("queries", () => {
  const { dataverse, create } = createDataverse();
  const fabrikam = create("account", { name: "Fabrikam", address1_city: "Oslo" });
  create("opportunity", { name: "one", estimatedvalue: money(1), parentaccountid: ref("account", fabrikam) });
  create("opportunity", { name: "two", estimatedvalue: money(20) });
  create("opportunity", { name: "Three & more", estimatedvalue: money(3) });
  const fetch = (inner: string, attributes = "") =>
    dataverse.fetch(
      `<fetch ${attributes}><entity name="opportunity"><attribute name="name"/>${inner}</entity></fetch>`,
      null,
    );
  const where = (condition: string) => names(fetch(`<filter>${condition}</filter>`).rows);

  test.each([
    ['<condition attribute="name" operator="eq" value="ONE"/>', ["one"]],
    ['<condition attribute="estimatedvalue" operator="gt" value="3"/>', ["two"]],
    ['<condition attribute="estimatedvalue" operator="ge" value="3"/>', ["two", "Three & more"]],
    ['<condition attribute="name" operator="like" value="t%"/>', ["two", "Three & more"]],
    ['<condition attribute="name" operator="eq" value="Three &amp; more"/>', ["Three & more"]],
    ['<condition attribute="parentaccountid" operator="null"/>', ["two", "Three & more"]],
    ['<condition attribute="name" operator="ne" value="one"/>', ["two", "Three & more"]],
    ['<condition attribute="name" operator="in"><value>one</value><value>two</value></condition>', ["one", "two"]],
  ])("finds what meets %s", (condition, expected) => {
    expect(where(condition)).toEqual(expected);
  });

  test("either of two conditions is enough inside an or", () => {
    const either = `<filter type="or"><condition attribute="name" operator="eq" value="one"/><condition attribute="estimatedvalue" operator="eq" value="20"/></filter>`;

    expect(names(fetch(either).rows)).toEqual(["one", "two"]);
  });

  test("an inner join leaves out rows without a partner, an outer one keeps them", () => {
    const join = (type: string) =>
      `<link-entity name="account" from="accountid" to="parentaccountid" alias="a" link-type="${type}"><attribute name="address1_city"/></link-entity>`;

    expect(names(fetch(join("inner")).rows)).toEqual(["one"]);
    expect(fetch(join("outer")).rows.map(({ attributes }) => attributes["a.address1_city"] ?? null)).toEqual([
      { $t: "alias", table: "account", column: "address1_city", v: "Oslo" },
      null,
      null,
    ]);
  });

  test("order, top and pages are kept", () => {
    const order = '<order attribute="estimatedvalue" descending="true"/>';

    expect(names(fetch(order, 'top="2"').rows)).toEqual(["two", "Three & more"]);
    expect(fetch(order, 'count="2" page="1"').moreRecords).toBe(true);
    expect(names(fetch(order, 'count="2" page="2"').rows)).toEqual(["one"]);
  });

  test("sums and counts are rows of their own", () => {
    const xml =
      '<fetch aggregate="true"><entity name="opportunity"><attribute name="estimatedvalue" alias="total" aggregate="sum"/></entity></fetch>';

    expect(dataverse.fetch(xml, null).rows[0]?.attributes["total"]).toMatchObject({ v: 24 });
  });

  test("what is not understood is refused, never guessed", () => {
    expect(() => fetch('<filter><condition attribute="name" operator="yesterday"/></filter>')).toThrow("yesterday");
    expect(() => fetch("", 'late="yes"')).toThrow("late");
    expect(refusalOf(() => where('<condition attribute="nome" operator="null"/>'))).toBe("0x80041103");
  });
});

describe("rows", () => {
  test("a value of another kind, a text too long and a column of nobody are refused", () => {
    const { create } = createDataverse();

    expect(refusalOf(() => create("opportunity", { estimatedvalue: 5 }))).toBe("0x80040203");
    expect(refusalOf(() => create("cosell_link", { cosell_name: "x".repeat(5000) }))).toBe("0x80044331");
    expect(refusalOf(() => create("opportunity", { cosell_nobody: "x" }))).toBe("0x80041103");
  });

  test("a choice that no option stands for is refused", () => {
    const { create } = createDataverse();
    const save = (value: number) => refusalOf(() => create("opportunity", { cosell_syncstatus: opt(value) }));

    expect([save(731500000), save(731500099), save(1)]).toEqual(["none", "0x8004431a", "0x8004431a"]);
  });

  test("only the version that was read is changed", () => {
    const { dataverse, create, commit } = createDataverse();
    const id = create("account", { name: "one" });
    const version = String(dataverse.store.read("account", id, null)?.version);
    const rename = (name: string) =>
      commit((transaction) =>
        dataverse.update({ $t: "entity", table: "account", id, attributes: { name } }, version, transaction),
      );

    rename("two");

    expect(refusalOf(() => rename("three"))).toBe("0x80060882");
  });

  test("an alternate key is taken once, by an upsert or a create", () => {
    const { dataverse, create, commit } = createDataverse();
    const deal = ref("opportunity", create("opportunity", { name: "one" }));
    const target = {
      $t: "entity",
      table: "cosell_link",
      attributes: { cosell_name: "a" },
      keys: { cosell_opportunityid: deal },
    };
    const upsert = () => commit((transaction) => dataverse.execute("Upsert", { Target: target }, transaction));

    expect([upsert()["RecordCreated"], upsert()["RecordCreated"]]).toEqual([true, false]);
    expect(refusalOf(() => create("cosell_link", { cosell_opportunityid: deal }))).toBe("0x80060892");
  });

  test("an opportunity is won by its message, not by its column", () => {
    const { dataverse, create, commit } = createDataverse();
    const id = create("opportunity", { name: "one" });
    const close = { $t: "entity", table: "opportunityclose", attributes: { opportunityid: ref("opportunity", id) } };
    const attributes = { statecode: opt(1) };

    expect(
      refusalOf(() =>
        commit((transaction) =>
          dataverse.update({ $t: "entity", table: "opportunity", id, attributes }, undefined, transaction),
        ),
      ),
    ).toBe("0x80048408");
    commit((transaction) => dataverse.execute("Win", { OpportunityClose: close }, transaction));

    expect(dataverse.store.read("opportunity", id, null)?.attributes["statecode"]).toEqual(opt(1));
  });
});

describe("transactions", () => {
  test("others see nothing of a transaction before its end, and nothing at all when it is rolled back", () => {
    const { dataverse, create } = createDataverse();
    const id = create("account", { name: "before" });
    const open = new Transaction("open");
    dataverse.update({ $t: "entity", table: "account", id, attributes: { name: "inside" } }, undefined, open);

    expect(dataverse.store.read("account", id, open)?.attributes["name"]).toBe("inside");
    expect(dataverse.store.read("account", id, null)?.attributes["name"]).toBe("before");
    dataverse.store.rollBack(open);

    expect(dataverse.store.read("account", id, null)?.attributes["name"]).toBe("before");
  });

  test("a row that another transaction wrote is locked until its end", () => {
    const { dataverse, create } = createDataverse();
    const id = create("account", { name: "before" });
    const [first, second] = [new Transaction("first"), new Transaction("second")];
    const write = (transaction: Transaction) =>
      dataverse.update(
        { $t: "entity", table: "account", id, attributes: { name: transaction.name } },
        undefined,
        transaction,
      );
    write(first);

    expect(() => write(second)).toThrow(Locked);
    dataverse.store.commit(first);
    write(second);
    dataverse.store.commit(second);

    expect(dataverse.store.read("account", id, null)?.attributes["name"]).toBe("second");
  });

  test("an operation that is refused leaves nothing of itself in its transaction", () => {
    const { dataverse } = createDataverse();
    const transaction = new Transaction("one");
    const rows = [{ attributes: { name: "good" } }, { attributes: { nome: "bad" } }].map((row) => ({
      $t: "entity",
      table: "account",
      ...row,
    }));

    expect(
      refusalOf(() =>
        atomically(transaction, () => dataverse.execute("CreateMultiple", { Targets: { rows } }, transaction)),
      ),
    ).toBe("0x80041103");
    dataverse.store.commit(transaction);

    expect([...dataverse.store.rows("account")]).toEqual([]);
  });

  test("steps of the solution leave a job for the columns they are registered for, after the commit", () => {
    const { dataverse, create, commit, jobs } = createDataverse();
    const id = create("opportunity", { name: "one" });
    const update = (attributes: Attributes) =>
      commit((transaction) =>
        dataverse.update({ $t: "entity", table: "opportunity", id, attributes }, undefined, transaction),
      );

    update({ description: "new" });
    update({ cosell_audit: "not followed" });

    expect(jobs).toEqual(["Create opportunity", "Update opportunity"]);
  });
});
