import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "cycles-"));
afterAll(() => rmSync(folder, { recursive: true }));

const check = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const script = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const options = ["--config", join(root, "scripts/lint/cycles.cjs"), "."];
  return spawnSync(process.execPath, [script, ...options], { cwd: folder, encoding: "utf8" });
};

test("imports that go one way are let through", () => {
  expect(check({ "a.ts": 'import "./b";', "b.ts": "export type B = 1;" }).status).toBe(0);
});

test.each([
  [
    "of values",
    'import { a } from "./a"; export const b = () => a;',
    'import { b } from "./b"; export const a = () => b;',
  ],
  [
    "of types alone",
    'import type { A } from "./a"; export type B = A[];',
    'import type { B } from "./b"; export type A = B[];',
  ],
])("imports %s that go round in a circle are refused by the names of the files", (_kind, b, a) => {
  const { status, stdout } = check({ "a.ts": a, "b.ts": b });

  expect(status).not.toBe(0);
  expect(stdout).toContain("no-circular");
  expect(stdout).toMatch(/[ab]\.ts/);
});
