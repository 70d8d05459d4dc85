import { execFileSync } from "node:child_process";
import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";
import { harmOf, type Surface } from "../verify/release/Surface";

/** Where every release has its entry, relative to the root; the newest is on top. */
export const changeLogFile = "CHANGELOG.md";

/** A commit as a change log tells of it. */
export interface Commit {
  subject: string;
  /** What it touched, relative to the root. */
  files: readonly string[];
}

/** What an entry is made of. `before` is the surface of the release that people have. */
export interface EntryInput {
  version: string;
  commits: readonly Commit[];
  before: Surface & { version: string };
  next: Surface;
}

const heading = "# Change log\n";

/** The first group whose test any file of a commit passes has the commit. */
const groups: readonly { title: string; has: (file: string) => boolean }[] = [
  {
    title: "In Dynamics 365",
    has: (file) => /^(PcfControls|Solution|WebResources)\//.test(file) && !file.endsWith(".md"),
  },
  {
    title: "Installing and running it",
    has: (file) => /^scripts\/(deploy|environment|export|health|maintain)\b/.test(file),
  },
  { title: "Building and testing it", has: () => true },
];

/** The entry of one version: what an upgrade to it does, then what changed. Formatted as every document here is. */
export async function renderEntry({ version, commits, before, next }: EntryInput): Promise<string> {
  const changes = groups.map(({ title }, at) => {
    const subjects = commits.filter((commit) => groupOf(commit) === at).map(({ subject }) => subject);
    return subjects.length === 0 ? "" : `### ${title}\n\n${listOf([...new Set(subjects)])}`;
  });
  const upgrade = `### What the upgrade does\n\n${listOf(describeUpgrade(before, next))}`;
  const entry = [`## ${version}\n`, upgrade, ...changes].filter(Boolean).join("\n");
  return format(entry, { parser: "markdown", plugins: [markdown] });
}

/** The change log with the entry of that version on top, in the place of one that it has; without a change log a new one. */
export function withEntry(changeLog: string, version: string, entry: string): string {
  const others = entriesOf(changeLog).filter((other) => !isEntryOf(version, other));
  return `${[heading, entry, ...others].map((part) => part.trim()).join("\n\n")}\n`;
}

/** The entry of that version, as people may have edited it; undefined where there is none. */
export const findEntry = (changeLog: string, version: string): string | undefined =>
  entriesOf(changeLog).find((entry) => isEntryOf(version, entry));

/** Of what the differences are that `harmOf` knows, and how much is new, in words. */
export function describeUpgrade(before: Surface & { version: string }, next: Surface): string[] {
  const harm = harmOf(before, next);
  const kinds: readonly [what: string, had: readonly string[], has: readonly string[]][] = [
    ["columns", Object.keys(before.columns), Object.keys(next.columns)],
    ["choice options", optionsOf(before), optionsOf(next)],
    ["environment variables", Object.keys(before.settings), Object.keys(next.settings)],
    ["security roles", Object.keys(before.roles), Object.keys(next.roles)],
    ["cloud flows", Object.keys(before.flows), Object.keys(next.flows)],
    ["column security profiles", Object.keys(before.profiles), Object.keys(next.profiles)],
  ];
  const from = before.version.split(".").slice(0, 3).join(".");
  const kept = kinds
    .map(([what, had, has]) => counted(had.filter((name) => has.includes(name)).length, what))
    .join(", ");
  const gained = kinds
    .map(([what, had, has]) => [what, has.filter((name) => !had.includes(name)).length] as const)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => counted(count, what));
  return [
    ...(harm.length > 0 ? harm : [`Nothing that people of ${from} have goes or becomes something else.`]),
    `It keeps ${kept}.`,
    ...(gained.length > 0 ? [`It brings ${gained.join(", ")}.`] : []),
  ];
}

/**
 * Every commit since the last tag of a version or, where there is none, since the version in package.json changed last; the newest
 * first. Throws where git or the history is missing.
 */
export function commitsSinceLastVersion(root: string): Commit[] {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const tag = git("tag", "--list", "v[0-9]*", "--merged", "HEAD", "--sort=-version:refname").split("\n")[0] ?? "";
  const last = tag || git("log", "-1", "--format=%H", "-G", '^  "version": "', "--", "package.json").trim();
  const log = git("log", "--no-merges", "--format=%x00%s", "--name-only", last ? `${last}..HEAD` : "HEAD");
  return log
    .split("\0")
    .map((block) => block.split("\n").filter(Boolean))
    .map(([subject = "", ...files]) => ({ subject, files }))
    .filter(({ subject }) => subject !== "" && !/^(version )?v?\d+\.\d+\.\d+$/i.test(subject));
}

const counted = (count: number, what: string): string => `${count} ${count === 1 ? what.replace(/s$/, "") : what}`;

const groupOf = ({ files }: Commit): number => groups.findIndex(({ has }) => files.some(has) || files.length === 0);

const optionsOf = ({ choices }: Surface): string[] =>
  Object.entries(choices).flatMap(([name, values]) => values.map((value) => `${name} ${value}`));

const listOf = (lines: readonly string[]): string => lines.map((line) => `- ${asText(line)}\n`).join("");

/** A subject is text: what Markdown would take for marks is escaped. */
const asText = (line: string): string => line.replace(/[\\`*<[\]]|(?<!\w)_|_(?!\w)/g, "\\$&");

const entriesOf = (changeLog: string): string[] =>
  changeLog.split(/^(?=## )/m).filter((part) => part.startsWith("## "));

const isEntryOf = (version: string, entry: string): boolean => entry.split("\n", 1)[0] === `## ${version}`;
