import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columns, tables } from "../../../Solution/engine/domain/schema";
import { exportedTables } from "../../../scripts/export/exportedTables";
import { readExport } from "../../../scripts/export/readExport";
import { builtPackage } from "../../support/builtPackage";
import { type CommandRun, runCommand } from "../../support/runCommand";
import { startEnvironment, type TestEnvironment } from "../deploy/support/startEnvironment";

jest.setTimeout(60_000);

let environment: TestEnvironment;
const folder = mkdtempSync(join(tmpdir(), "export-"));
const out = join(folder, "kept");

const run = (user: string): Promise<CommandRun> =>
  runCommand("export", ["--url", environment.address, "--out", out], {
    DATAVERSE_ACCESS_TOKEN: `${user}@contoso.example`,
  });

/** A column that the customer has added to a table of ours. */
async function addColumn(): Promise<void> {
  const { catalogue, transactions } = environment.core;
  const link = catalogue.table(tables.link.logicalName);
  const [like] = link?.columns.filter(({ type }) => type === "nvarchar") ?? [];
  if (!link || !like) throw new Error("There is no table to add a column to.");
  const column = { ...like, logicalName: "contoso_note", schemaName: "contoso_Note", maxLength: 100 };
  await transactions.inTransaction(async () => catalogue.saveTable({ ...link, columns: [...link.columns, column] }));
}

beforeAll(async () => {
  environment = await startEnvironment();
  const { rows, importSolution } = environment.core;
  const { ok } = await importSolution(readFileSync(builtPackage("managed")));
  expect(ok).toBe(true);
  await addColumn();
  const [opportunity] = await rows.read("opportunity", ["opportunityid"]);
  const id = String(opportunity?.opportunityid);
  await rows.save("opportunity", id, {
    [columns.opportunity.syncWithPartnerCenter]: true,
    [columns.opportunity.referralIdentifier]: "referral 1",
  });
  await rows.create(tables.link.logicalName, { cosell_name: "Link", contoso_note: "Ours", cosell_opportunityid: id });
  await rows.create(tables.connection.logicalName, {
    cosell_name: "Connection",
    [columns.connection.clientSecret]: "a secret that stays",
    [columns.connection.refreshToken]: "a token that stays",
  });
});
afterAll(async () => {
  await environment.stop();
  rmSync(folder, { recursive: true });
});

test("the rows that go with the solution are kept, with the customer's own columns, and can be read back", async () => {
  const { exitCode, said } = await run("alex.admin");

  expect(said).toContain("opportunities.json: 1 rows");
  expect(exitCode).toBe(0);
  const kept = readExport(out);
  expect([...kept.keys()].sort()).toEqual([...Object.values(tables)].map(({ entitySetName }) => entitySetName).sort());
  expect(kept.get("cosell_links")).toMatchObject([{ cosell_name: "Link", contoso_note: "Ours" }]);
  expect(kept.get("opportunities")).toMatchObject([{ cosell_referralidentifier: "referral 1" }]);
  for (const { logicalName, entitySetName, primaryId } of Object.values(tables)) {
    if (logicalName === "opportunity" || logicalName === "lead") continue;
    const there = (await environment.core.rows.read(logicalName, [primaryId])).map((row) => row[primaryId]);
    expect((kept.get(entitySetName) ?? []).map((row) => row[primaryId]).sort()).toEqual(there.sort());
  }
});

test("what signs the connector in never leaves the environment", () => {
  const text = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));

  expect(exportedTables.flatMap(({ secrets = [] }) => secrets)).toHaveLength(4);
  expect(text.join("\n")).not.toMatch(/that stays|"cosell_(clientsecret|refreshtoken|pendingsignin)"|_Formatted"/);
});

test("an export is not written over another one", async () => {
  const { exitCode, said } = await run("alex.admin");

  expect(exitCode).toBe(2);
  expect(said).toContain(`${out} is not empty`);
});

test("an export that lost a row is not taken for a whole one", () => {
  rmSync(join(out, "cosell_links.json"));

  expect(() => readExport(out)).toThrow("cosell_links.json is missing");
});
