import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import {
  controlRecordProblem,
  currentControlRecord,
  readControlRecord,
  recordControls,
} from "../../../scripts/build/controlRecord";
import { packageVersion } from "../../../scripts/build/packageVersion";
import { stampVersion } from "../../../scripts/build/stampVersion";
import { builtPackage } from "../../support/builtPackage";

const repository = resolve(__dirname, "../../..");
const recorded = { version: "1.0.9", sha256: { AuditTrail: "a", SyncPanel: "b" } };

describe("the version that ships", () => {
  const version = packageVersion(repository);

  it("is that of package.json, in the package and in every control", () => {
    const entries = unzipSync(readFileSync(builtPackage("managed")));
    const text = (name: string) => strFromU8(entries[name] ?? new Uint8Array());
    expect(text("solution.xml")).toContain(`<Version>${version}.0</Version>`);
    const manifests = Object.keys(entries).filter((name) => name.endsWith("/ControlManifest.xml"));
    expect(manifests).toHaveLength(4);
    for (const name of manifests) {
      expect(text(name)).toMatch(new RegExp(`<control [^>]* version="${version}"`));
      expect(text(name)).toMatch(new RegExp(`<resx [^>]* version="${version}"`));
    }
  });

  it("rises whenever a control changes", () => {
    expect(controlRecordProblem(readControlRecord(repository), currentControlRecord(repository))).toBeUndefined();
  });
});

describe("what is wrong with recorded controls", () => {
  it.each([
    ["nothing changed", recorded, undefined],
    [
      "a control changed",
      { ...recorded, sha256: { ...recorded.sha256, SyncPanel: "c" } },
      /^SyncPanel changed .* 1\.0\.9: .* npm version patch/,
    ],
    ["a control came", { ...recorded, sha256: { ...recorded.sha256, New: "c" } }, /^New changed .* npm version patch/],
    ["a higher version that was not recorded", { ...recorded, version: "1.0.10" }, /Run: npm run version$/],
    ["a lower version", { ...recorded, version: "1.0.8" }, /lower than 1\.0\.9.* npm version patch/],
  ])("%s", (_, current, words) => {
    const problem = controlRecordProblem(recorded, current);
    if (words) expect(problem).toMatch(words);
    else expect(problem).toBeUndefined();
  });
});

describe("in a repository of its own", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "version-"));
    write("package.json", `{"version":"2.0.0"}`);
    write("PcfControls/Gauge/ControlManifest.Input.xml", "<manifest />");
    write("out/controls/Gauge/bundle.js", "first");
    write("scripts/build/controlRecord.json", `{"version":"1.9.9","sha256":{}}`);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  it("a changed control is recorded under a higher version only", () => {
    recordControls(root);
    expect(controlRecordProblem(readControlRecord(root), currentControlRecord(root))).toBeUndefined();
    write("out/controls/Gauge/bundle.js", "second");
    expect(() => recordControls(root)).toThrow("Gauge changed and the version is still 2.0.0");
    write("package.json", `{"version":"2.0.1"}`);
    expect(recordControls(root).version).toBe("2.0.1");
  });

  it("a text or style that changed counts as much as the script", () => {
    recordControls(root);
    write("out/controls/Gauge/css/Gauge.css", ".gauge {}");
    expect(controlRecordProblem(readControlRecord(root), currentControlRecord(root))).toMatch(/^Gauge changed/);
  });

  it.each(["1.0.1-beta.1", "1.0", 1])("a version that Dataverse can't take is refused: %p", (version) => {
    write("package.json", JSON.stringify({ version }));
    expect(() => packageVersion(root)).toThrow("three numbers");
  });

  it("a version written into a source is refused, for it would be a second one", () => {
    cpSync(join(repository, "Solution/src/Other/Solution.xml"), join(root, "stage/Other/Solution.xml"), {
      recursive: true,
    });
    stampVersion(root, join(root, "stage"), []);
    expect(readFileSync(join(root, "stage/Other/Solution.xml"), "utf8")).toContain("<Version>2.0.0.0</Version>");
    expect(() => stampVersion(root, join(root, "stage"), [])).toThrow("package.json alone");
  });
});
