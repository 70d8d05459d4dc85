import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataverse } from "../../../../scripts/tenant/dataverse/openDataverse";
import { ada, createSales, entity } from "./support/createSales";
import { account } from "./support/salesTables";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dataverse-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("tables and rows are there again after a restart, and row versions go on rising", async () => {
  const file = join(folder, "tenant.db");
  const before = await createSales(file);
  const id = await before.service.create(entity("account", { name: "Kept" }), ada);
  const { rowVersion } = await before.service.retrieve("account", id, ["name"], ada);
  before.close();

  const after = openDataverse({ file });
  const row = await after.service.retrieve("account", id, ["name"], ada);
  expect(row).toMatchObject({ rowVersion, attributes: { name: "Kept" } });
  expect(after.catalogue.tableBySetName("accounts")?.logicalName).toBe("account");
  expect(after.catalogue.childrenOf("opportunity").map(({ schemaName }) => schemaName)).toEqual([
    "cosell_opportunity_deal",
  ]);
  const other = await after.service.create(entity("account", { name: "Next" }), ada);
  const next = await after.service.retrieve("account", other, [], ada);
  expect(Number(next.rowVersion)).toBeGreaterThan(Number(rowVersion));
  after.close();
});

test("columns added later are empty in the rows before; columns left out are gone with their values", async () => {
  const sales = await createSales();
  const id = await sales.service.create(entity("account", { name: "A", numberofemployees: 3 }), ada);
  const [name] = account.columns.filter((column) => column.logicalName === "name");
  if (!name) throw new Error("The fixture has no name column.");
  const columns = account.columns.filter((column) => column.logicalName !== "numberofemployees");
  const added = { ...name, logicalName: "cosell_note", schemaName: "cosell_Note" };

  await sales.transactions.inTransaction(async () =>
    sales.catalogue.saveTable({ ...account, columns: [...columns, added] }),
  );

  const { attributes } = await sales.service.retrieve("account", id, "all", ada);
  expect(attributes).not.toHaveProperty("numberofemployees");
  await sales.service.update(entity("account", { cosell_note: "n" }, id), ada);
  const again = await sales.service.retrieve("account", id, ["cosell_note"], ada);
  expect(again.attributes.cosell_note).toBe("n");
  sales.close();
});

test("a change of tables is taken back with its transaction", async () => {
  const sales = await createSales();
  const work = sales.transactions.inTransaction(async () => {
    sales.catalogue.saveTable({ ...account, logicalName: "cosell_new", primaryId: "accountid", keys: [] });
    sales.catalogue.removeTable("cosell_deal");
    expect(sales.catalogue.table("cosell_new")).toBeDefined();
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(sales.catalogue.table("cosell_new")).toBeUndefined();
  expect(sales.catalogue.table("cosell_deal")).toBeDefined();
  await expect(sales.service.create(entity("cosell_deal", { cosell_name: "x" }), ada)).resolves.toEqual(
    expect.any(String),
  );
  sales.close();
});

test("metadata does not change outside a transaction", async () => {
  const sales = await createSales();
  expect(() => sales.catalogue.saveTable(account)).toThrow("inside a transaction");
  sales.close();
});
