import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program that tests use and npm cannot bring. */
interface SystemProgram {
  file: string;
  debianPackages: readonly string[];
  /** What goes unproven without it. */
  without: string;
}

const programs: readonly SystemProgram[] = [
  { file: "/usr/bin/chromium", debianPackages: ["chromium"], without: "the browser tests" },
  {
    file: "/usr/bin/mono",
    debianPackages: ["mono-runtime", "libmono-system-net-http4.0-cil"],
    without: "the plug-in tests on mono",
  },
];

/** Installs the missing programs by apt where this user may, and says plainly what will be skipped where not. */
export function ensureSystemPackages(say: (line: string) => void): void {
  const missing = programs.filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return;
  const packages = missing.flatMap(({ debianPackages }) => debianPackages);
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    say(`Installing ${packages.join(", ")} with apt …`);
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...packages);
  }
  for (const { file, debianPackages, without } of missing.filter(({ file }) => !existsSync(file)))
    say(`SKIPPED: ${without}, because ${file} is missing. Install it: apt-get install ${debianPackages.join(" ")}`);
}

function apt(...words: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const done = spawnSync("apt-get", ["-qq", ...words], { env, encoding: "utf8" });
  if (done.status !== 0)
    console.warn(`apt-get ${words[0] ?? ""} did not succeed: ${done.stderr.trim().split("\n").pop() ?? ""}`);
}
