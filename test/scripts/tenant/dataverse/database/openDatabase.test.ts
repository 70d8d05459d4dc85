import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { openDatabase } from "../../../../../scripts/tenant/dataverse/database/openDatabase";

const folder = mkdtempSync(join(tmpdir(), "database-"));
const root = resolve(__dirname, "../../../../..");
const writer = join(folder, "writeForever.cjs");

beforeAll(() => {
  const entryPoint = join(__dirname, "support/writeForever.ts");
  const libsql = require.resolve("libsql");
  buildSync({
    entryPoints: [entryPoint],
    outfile: writer,
    bundle: true,
    platform: "node",
    alias: { libsql },
    external: [libsql],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the writer work for a while and kills it as `kill -9` does; answers the last round it said was committed. */
const killAfter = (file: string, delayMs: number): Promise<number> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [writer, file], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (said === "") setTimeout(() => child.kill("SIGKILL"), delayMs);
      said += chunk.toString();
    });
    child.on("close", () => done(Number(said.trimEnd().split("\n").at(-1))));
  });

const kills = Number(process.env["KILLS"] ?? "25");

test(`after each of ${kills} kills the file opens, holds all that was committed and nothing else`, async () => {
  const file = join(folder, "killed.sqlite");
  for (let kill = 0; kill < kills; kill++) {
    const committed = await killAfter(file, Math.random() * 120);
    const database = openDatabase(file);
    const rounds = database.all("SELECT round, count(*) AS rows FROM row GROUP BY round");
    database.close();
    expect(rounds).toEqual([{ round: expect.any(Number) as number, rows: 3000 }]);
    // The kill may come between the commit and its line.
    expect([committed, committed + 1]).toContain(rounds[0]?.["round"]);
  }
}, 600_000);

test("a second process is told that the file is in use, and the way out", async () => {
  const file = join(folder, "busy.sqlite");
  const first = openDatabase(file);
  first.execute("CREATE TABLE one (id INTEGER)");
  expect(() => openDatabase(file)).toThrow(/busy\.sqlite is in use by another process\. Stop that tenant first/);
  first.close();
  const second = openDatabase(file);
  expect(second.all("SELECT count(*) AS n FROM one")).toEqual([{ n: 0 }]);
  second.close();
});

test.each([
  ["no database", "no database at all ".repeat(600)],
  ["cut short in its header", "SQLite format 3\0"],
])("a damaged file (%s) names the way out", (_what, content) => {
  const file = join(folder, "damaged.sqlite");
  writeFileSync(file, content);
  expect(() => openDatabase(file)).toThrow(/damaged\.sqlite cannot be opened: .*npm start -- --fresh/);
});

test("a damaged page is found when the file is opened, not when a seller comes to it", () => {
  const file = join(folder, "page.sqlite");
  const database = openDatabase(file);
  database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
  for (let id = 1; id < 2000; id++) database.run("INSERT INTO t VALUES (?, ?)", [id, "x".repeat(40)]);
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096 * 5, 4096 * 6);
  writeFileSync(file, bytes);
  expect(() => openDatabase(file)).toThrow(/page\.sqlite cannot be opened: [^]*npm start -- --fresh/);
});

test("values come back as they were stored: whole numbers whole, large ones exact, text with any character", () => {
  const database = openDatabase(":memory:");
  database.execute("CREATE TABLE v (value)");
  const values = [null, 0, -7, 1.5, 2 ** 40, 9_007_199_254_740_993n, "", "a'b", "æ😀", "5"];
  for (const value of values) database.run("INSERT INTO v VALUES (?)", [value]);
  expect(database.all("SELECT value FROM v").map((row) => row["value"])).toEqual(values);
  expect(database.all("SELECT typeof(?) AS whole, typeof(?) AS part", [5, 5.5])).toEqual([
    { whole: "integer", part: "real" },
  ]);
  database.close();
});
