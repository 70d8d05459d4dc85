import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import {
  commitsSinceLastVersion,
  describeUpgrade,
  findEntry,
  renderEntry,
  withEntry,
} from "../../../scripts/release/changeLog";
import type { Surface } from "../../../scripts/verify/release/Surface";

const nothing: Surface = { columns: {}, choices: {}, settings: {}, roles: {}, flows: {}, profiles: {}, ids: {} };
const before = { ...nothing, version: "1.0.36.0", columns: { "cosell_link.cosell_name": "nvarchar" } };

describe("an entry", () => {
  it("tells what the upgrade does to people's data, then what changed, by where people meet it", async () => {
    const commits = [
      { subject: "A seller sees why", files: ["test/e2e/why.test.ts", "PcfControls/SyncPanel/index.ts"] },
      { subject: "A seller sees why", files: ["Solution/engine/main.ts"] },
      { subject: "Settings may be <empty> for cosell_* only", files: ["scripts/deploy/settings/checkSettings.ts"] },
      { subject: "The assumptions, once more", files: ["Solution/ASSUMPTIONS.md"] },
    ];

    expect(await renderEntry({ version: "1.1.0", commits, before, next: nothing })).toBe(`## 1.1.0

### What the upgrade does

- The column cosell_link.cosell_name is gone: an upgrade takes it away with its data.
- It keeps 0 columns, 0 choice options, 0 environment variables, 0 security roles, 0 cloud flows, 0 column security profiles.

### In Dynamics 365

- A seller sees why

### Installing and running it

- Settings may be \\<empty> for cosell\\_\\* only

### Building and testing it

- The assumptions, once more
`);
  });

  it("counts what is kept and what is new", () => {
    const next = {
      ...nothing,
      columns: { ...before.columns, "cosell_link.cosell_note": "ntext" },
      choices: { cosell_syncstatus: [1, 2] },
    };

    expect(describeUpgrade(before, next)).toEqual([
      "Nothing that people of 1.0.36 have goes or becomes something else.",
      "It keeps 1 column, 0 choice options, 0 environment variables, 0 security roles, 0 cloud flows, 0 column security profiles.",
      "It brings 1 column, 2 choice options.",
    ]);
  });
});

describe("the change log", () => {
  it("has the newest entry on top, and each as it was written, however often one is written again", () => {
    const version = fc.tuple(fc.nat(9), fc.nat(99), fc.nat(99)).map((parts) => parts.join("."));
    const text = fc.stringMatching(/^[a-z #]{1,30}$/).map((words) => `- ${words.trim()}.`);
    fc.assert(
      fc.property(fc.array(fc.tuple(version, text), { minLength: 1, maxLength: 8 }), (releases) => {
        const entryOf = (of: string, words: string): string => `## ${of}\n\n${words}\n`;
        const changeLog = releases.reduce((log, [of, words]) => withEntry(log, of, entryOf(of, words)), "");
        for (const [of, words] of new Map(releases))
          expect(findEntry(changeLog, of)?.trim()).toBe(entryOf(of, words).trim());
        const order = releases.map(([of]) => of).filter((of, at, all) => all.lastIndexOf(of) === at);
        expect([...changeLog.matchAll(/^## (.*)$/gm)].map(([, of]) => of)).toEqual(order.reverse());
      }),
    );
  });

  it("has no entry for a version whose number begins like another", () => {
    expect(findEntry("# Change log\n\n## 1.1.01\n\n- Text\n", "1.1.0")).toBeUndefined();
  });
});

describe("the history", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "history-"));
    git("init", "--quiet");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@contoso.com", ...args], { cwd: root });
  const commit = (subject: string, file: string, text: string): void => {
    writeFileSync(join(root, file), text);
    git("add", "--all");
    git("commit", "--quiet", "--message", subject);
  };
  const manifest = (version: string, packageName = "knip"): string =>
    `{\n  "version": "${version}",\n  "devDependencies": { "${packageName}": "1.2.3" }\n}\n`;
  const subjects = () => commitsSinceLastVersion(root).map(({ subject }) => subject);

  it("begins after the last change of the version, and knows what each commit touched", () => {
    commit("Begin", "package.json", manifest("1.0.0"));
    commit("Before", "a.ts", "1");
    commit("1.0.1", "package.json", manifest("1.0.1"));
    commit("A package more", "package.json", manifest("1.0.1", "jest"));
    commit("After", "b c.ts", "1");

    expect(commitsSinceLastVersion(root)).toEqual([
      { subject: "After", files: ["b c.ts"] },
      { subject: "A package more", files: ["package.json"] },
    ]);
  });

  it("begins after the last tag of a version where there is one, and tells no version as a change", () => {
    commit("Begin", "package.json", manifest("1.0.0"));
    git("tag", "v1.0.0");
    git("tag", "nightly");
    commit("A control changed", "a.ts", "1");
    commit("1.0.1", "package.json", manifest("1.0.1"));
    commit("And a test", "b.ts", "1");

    expect(subjects()).toEqual(["And a test", "A control changed"]);
  });

  it("that has only begun is told whole", () => {
    commit("Begin", "a.ts", "1");

    expect(subjects()).toEqual(["Begin"]);
  });
});
