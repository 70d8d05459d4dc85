// Every npm command enters here: a fresh clone has no node_modules yet, so this file may use nothing but Node itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { usage } from "./usage.mjs";

const [command, ...rest] = process.argv.slice(2);
if ((rest.includes("--help") || rest.includes("-h")) && Object.hasOwn(usage, command)) {
  console.log(usage[command]);
  process.exit(0);
}

const root = resolve(import.meta.dirname, "..");
const stamp = join(root, "node_modules/.packages-hash");
// Without the version of this package, which says nothing about what is installed.
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
delete packages[""].version;
const lockHash = createHash("sha256").update(JSON.stringify(packages)).digest("hex");

const run = (command, args, stdio = "inherit") => {
  const done = spawnSync(command, args, { cwd: root, stdio });
  if (done.status !== 0) process.exit(done.status ?? 1);
};

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer, then run this again.`);
  process.exit(1);
}

// npm's own record of what is installed; it is written last, so an interrupted install is seen here.
const installed = existsSync(join(root, "node_modules/.package-lock.json"));
if (!installed || (existsSync(stamp) && readFileSync(stamp, "utf8") !== lockHash)) {
  // Standard output may be a protocol's.
  console.error("Installing packages (npm ci) …");
  run("npm", ["ci", "--no-audit", "--no-fund"], ["inherit", process.stderr, "inherit"]);
}
writeFileSync(stamp, lockHash);

run(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, `scripts/${command}.ts`), ...rest]);
