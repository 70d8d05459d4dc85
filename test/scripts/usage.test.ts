import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
const ours = Object.keys(scripts).filter((name) => scripts[name]?.includes("bootstrap.mjs"));

test.each(ours)("%s answers --help with how it is called, and does nothing else", (name) => {
  const done = spawnSync(process.execPath, ["scripts/bootstrap.mjs", name, "--help"], { cwd: root, encoding: "utf8" });
  expect(done.stderr).toBe("");
  expect(done.status).toBe(0);
  expect(done.stdout).toMatch(new RegExp(`^npm (run )?${name}\\b`));
  expect(done.stdout).not.toContain("[1/");
});
