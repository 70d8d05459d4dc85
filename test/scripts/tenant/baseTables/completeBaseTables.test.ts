import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messageIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { opportunityParts } from "../solution/support/parts";
import { type GivenTenant, caller, givenTenant, importAccepted } from "../pipeline/support/givenTenant";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenant-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** As a version left it that knew neither budgets of leads, nor closings, nor the message Win. */
async function forgetNewParts({ transactions, catalogue, rows }: GivenTenant): Promise<void> {
  await transactions.inTransaction(async () => {
    const lead = catalogue.table("lead");
    if (!lead) throw new Error("The tenant has no leads.");
    const columns = lead.columns.filter(({ logicalName }) => logicalName !== "budgetamount");
    catalogue.saveTable({ ...lead, columns });
    catalogue.removeTable("opportunityclose");
    await rows.delete("sdkmessage", messageIds.Win);
    for (const right of ["prvReadOpportunityClose", "prvWriteOpportunityClose"])
      await rows.deleteWhere("privilege", { name: right });
  });
}

test("a tenant of an earlier version gets what this one has more, and keeps what solutions added", async () => {
  const before = await givenTenant({ folder });
  await importAccepted(before, opportunityParts({}));
  await forgetNewParts(before);
  await before.stop();

  const after = await givenTenant({ folder });
  const { catalogue, rows, service } = after;
  expect(catalogue.column("lead", "budgetamount")).toBeDefined();
  expect(catalogue.column("opportunity", "acme_score")).toBeDefined();
  expect(catalogue.table("opportunityclose")).toBeDefined();
  expect(await rows.read("sdkmessage", ["name"], { sdkmessageid: messageIds.Win })).toEqual([{ name: "Win" }]);
  expect(await rows.read("privilege", ["name"], { name: "prvReadOpportunityClose" })).toHaveLength(1);
  const attributes = { lastname: "Berg", subject: "Lead", budgetamount: { $t: "money" as const, v: "1" } };
  await expect(service.create({ $t: "entity", table: "lead", attributes }, caller())).resolves.toBeDefined();
  await after.stop();
});

test("a second start of the same version writes no table anew", async () => {
  const before = await givenTenant({ folder });
  const known = JSON.stringify(before.catalogue.tables());
  await before.stop();

  const after = await givenTenant({ folder });
  expect(JSON.stringify(after.catalogue.tables())).toBe(known);
  await after.stop();
});
