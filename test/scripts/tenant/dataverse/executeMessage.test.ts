import type { EntityValue } from "../../../../scripts/tenant/dataverse/values";
import { ada, adaId, createSales, entity, reference, type Sales } from "./support/createSales";

let sales: Sales;
beforeEach(async () => {
  sales = await createSales();
});
afterEach(() => sales.close());

const execute = (message: string, parameters: Parameters<Sales["service"]["execute"]>[1]) =>
  sales.service.execute(message, parameters, ada);

const numbered = (name: string, accountnumber: string): EntityValue => ({
  ...entity("account", { name }),
  keys: { accountnumber },
});

test("Upsert creates by alternate key, then updates the same row", async () => {
  const first = await execute("Upsert", { Target: numbered("A", "1") });
  const second = await execute("Upsert", { Target: numbered("B", "1") });
  expect([first.RecordCreated, second.RecordCreated]).toEqual([true, false]);
  expect(second.Target).toEqual(first.Target);
  const { rows } = await sales.service.fetch(
    `<fetch><entity name="account"><attribute name="name"/><attribute name="accountnumber"/></entity></fetch>`,
    ada,
  );
  expect(rows.map((row) => row.attributes)).toMatchObject([{ name: "B", accountnumber: "1" }]);
});

test("UpsertMultiple does all or nothing", async () => {
  const rows = [numbered("A", "1"), numbered("B", "2")];
  await execute("UpsertMultiple", { Targets: { $t: "entities", table: "account", rows } });
  const failing = [numbered("A2", "1"), { ...numbered("C", "3"), attributes: { nme: "x" } }];
  const work = execute("UpsertMultiple", { Targets: { $t: "entities", table: "account", rows: failing } });
  await expect(work).rejects.toMatchObject({ code: "0x80041103" });
  const all = await sales.service.fetch(
    `<fetch><entity name="account"><attribute name="name"/><order attribute="name"/></entity></fetch>`,
    ada,
  );
  expect(all.rows.map((row) => row.attributes.name)).toEqual(["A", "B"]);
});

test("the methods of the service work as messages too", async () => {
  const { id } = await execute("Create", { Target: entity("account", { name: "A" }) });
  const target = reference("account", (id as { v: string }).v);
  const { Entity } = await execute("Retrieve", { Target: target, ColumnSet: "name" });
  expect(Entity).toMatchObject({ attributes: { name: "A" } });
  const query = `<fetch><entity name="account"><attribute name="name"/></entity></fetch>`;
  const { EntityCollection } = await execute("RetrieveMultiple", { Query: query });
  expect(EntityCollection).toMatchObject({ table: "account", rows: [{ attributes: { name: "A" } }] });
  await execute("Delete", { Target: target });
  await expect(execute("Retrieve", { Target: target })).rejects.toMatchObject({ code: "0x80040217" });
});

test("Update insists on the row version when the request says that it must match", async () => {
  const id = await sales.service.create(entity("account", { name: "A" }), ada);
  const { rowVersion = "" } = await sales.service.retrieve("account", id, [], ada);
  const mustMatch = { ConcurrencyBehavior: { $t: "opt", v: 1 } } as const;
  const target = entity("account", { name: "B" }, id);
  await expect(execute("Update", { Target: target, ...mustMatch })).rejects.toMatchObject({ code: "0x80060883" });
  await execute("Update", { Target: { ...target, rowVersion }, ...mustMatch });
  const late = execute("Update", { Target: { ...target, rowVersion }, ...mustMatch });
  await expect(late).rejects.toMatchObject({ code: "0x80060882" });
});

test("WhoAmI names the caller and their business unit", async () => {
  expect(await execute("WhoAmI", {})).toMatchObject({
    UserId: { $t: "guid", v: adaId },
    BusinessUnitId: { $t: "guid", v: "b0000000-0000-4000-8000-000000000001" },
  });
});

test("an unknown message and a missing parameter are refused by name", async () => {
  await expect(execute("Frobnicate", {})).rejects.toMatchObject({
    code: "0x80044180",
    message: expect.stringContaining("Frobnicate") as unknown,
  });
  await expect(execute("Create", {})).rejects.toMatchObject({
    message: expect.stringContaining("'Target'") as unknown,
  });
});
