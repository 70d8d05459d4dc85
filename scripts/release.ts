import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSteps, packagePath } from "./build/buildSteps";
import { packageVersion } from "./build/packageVersion";
import { runBuild } from "./build/runBuild";
import { type CommandEnd, runCommand } from "./environment/runCommand";
import { changeLogFile, commitsSinceLastVersion, findEntry, renderEntry, withEntry } from "./release/changeLog";
import { readReleaseOptions } from "./release/releaseOptions";
import { writeRelease } from "./release/writeRelease";
import { harmToUpgrades, readReleaseRecord, readSurface, releaseRecordFile } from "./verify/release/lastRelease";

const root = resolve(__dirname, "..");

async function release(): Promise<CommandEnd> {
  const options = readReleaseOptions(process.argv.slice(2), packageVersion(root));
  if ("refusal" in options)
    return { exitCode: 2, refusal: `${options.refusal}\nnpm run release -- --help says what there is.` };
  const { version, isNew, isDryRun, makesTag } = options;
  if (isNew && !isDryRun) {
    const changed = git("status", "--porcelain");
    if (changed !== "") return { exitCode: 1, refusal: `Commit these first, or take them back:\n${changed}` };
  }
  await build();
  const zip = readFileSync(join(root, packagePath("managed")));
  const harm = harmToUpgrades(readReleaseRecord(root), zip);
  const notes = await notesOf(version, zip);
  if (isDryRun) console.log(notes);
  if (harm.length > 0) {
    const meant = `If that is meant, write it into accepted in ${releaseRecordFile}.`;
    return { exitCode: 1, refusal: [`Nothing is released:`, ...harm, meant].join("\n") };
  }
  if (isDryRun) return { exitCode: 0 };
  if (isNew) {
    setVersion(version);
    writeFileSync(join(root, changeLogFile), withEntry(readChangeLog(), version, notes));
    await build();
  }
  const folder = writeRelease(root, notes);
  if (makesTag) tag(version);
  console.log(`${folder} holds the release ${version}. ${nextStep(version, isNew, makesTag)}`);
  return { exitCode: 0 };
}

const build = (): Promise<void> => runBuild(root, buildSteps(root), console.log);

/** The entry that the change log has, so that a release comes out the same when it is made again; else one of the history. */
async function notesOf(version: string, zip: Uint8Array): Promise<string> {
  const kept = findEntry(readChangeLog(), version);
  if (kept !== undefined) return kept;
  const [before, next] = [readReleaseRecord(root), readSurface(zip).surface];
  return renderEntry({ version, commits: commitsSinceLastVersion(root), before, next });
}

const readChangeLog = (): string => {
  const file = join(root, changeLogFile);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

/** Has npm set the version, which records controls and what upgrades must keep (scripts/version.ts). */
function setVersion(version: string): void {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["version", version, "--no-git-tag-version"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (done.status !== 0)
    throw new Error(
      `npm version stopped, and nothing is released. To take back what it wrote: git restore --staged --worktree .`,
    );
}

function tag(version: string): void {
  git("add", "--all", "--", changeLogFile);
  git("commit", "--all", "--message", version);
  git("tag", `v${version}`);
}

const nextStep = (version: string, isNew: boolean, isTagged: boolean): string => {
  if (!isNew) return "";
  if (isTagged) return `It is committed and tagged: git push origin HEAD v${version}`;
  return `Read its entry in ${changeLogFile}, then commit; after an edit, npm run release takes it over.`;
};

const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

void runCommand(release);
