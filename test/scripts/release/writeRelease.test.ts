import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { renderBillOfMaterials, shippedLibraries } from "../../../scripts/release/billOfMaterials";
import { type LedgerEntry, ledgerOf, writeRelease } from "../../../scripts/release/writeRelease";
import { harmToUpgrades, readReleaseRecord, readSurface } from "../../../scripts/verify/release/lastRelease";
import { filesBelow } from "../../../scripts/pack/sourceFiles";
import { builtPackage } from "../../support/builtPackage";

const root = resolve(__dirname, "../../..");
const record = readReleaseRecord(root);

describe("the folder of a release", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "release-"));
  });
  afterAll(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  const bytesOf = (name: string): Record<string, Buffer> =>
    Object.fromEntries(readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file))]));

  it("made twice, on different days, is the same byte for byte", () => {
    writeRelease(root, "## 1.1.0\n", join(folder, "first"));
    jest.useFakeTimers({ now: new Date("2040-02-29T23:59:59Z") });
    writeRelease(root, "## 1.1.0\n", join(folder, "second"));

    expect(Object.keys(bytesOf("first"))).toEqual([
      "CoSellConnector_managed.zip",
      "CoSellConnector_unmanaged.zip",
      "RELEASE-NOTES.md",
      "SHA256SUMS",
      "ids.json",
      "sbom.cdx.json",
    ]);
    const second = bytesOf("second");
    expect(Object.entries(bytesOf("first")).filter(([file, bytes]) => !second[file]?.equals(bytes))).toEqual([]);
    expect(Object.keys(second)).toHaveLength(6);
  });

  it("has a checksum of every other file", () => {
    const { SHA256SUMS, ...files } = bytesOf("first");
    const sums = Object.entries(files).map(
      ([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`,
    );

    expect(SHA256SUMS?.toString()).toBe(sums.join(""));
  });

  it("has the id of every component that has one, each once", () => {
    const { components } = JSON.parse(bytesOf("first")["ids.json"]?.toString() ?? "") as { components: LedgerEntry[] };

    expect(components).toContainEqual({
      type: "security role",
      name: "Co-sell Seller",
      id: "6b40a1ec-de7f-5334-9092-41776f9da6dd",
    });
    const ids = components.map(({ id }) => id);
    expect(ids.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe("the id ledger", () => {
  const zip = readFileSync(builtPackage("managed"));

  it("holds for every component of the last release that is still there", () => {
    const now = ledgerOf(readSurface(zip).surface).map(({ type, name, id }) => `${type} ${name} ${id}`);
    const moved = ledgerOf(record).filter(
      ({ type, name, id }) =>
        now.some((entry) => entry.startsWith(`${type} ${name} `)) && !now.includes(`${type} ${name} ${id}`),
    );

    expect(moved).toEqual([]);
    expect(ledgerOf(record).length).toBeGreaterThan(100);
  });

  it("refuses a release that gives a component another id", () => {
    const ids = {
      ...record.ids,
      "web resource": { "00000000-0000-0000-0000-000000000001": "cosell_/engine/engine.js" },
    };

    expect(harmToUpgrades({ ...record, ids }, zip)).toEqual([
      expect.stringMatching(
        /^The web resource cosell_\/engine\/engine\.js had the id 0{8}-.* and has .*: what refers to it no longer finds it\.$/,
      ),
    ]);
  });
});

describe("the bill of materials", () => {
  const libraries = shippedLibraries(root);

  it("is CycloneDX 1.6, without anything that differs from one making to the next", async () => {
    const text = renderBillOfMaterials(root);

    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
    const bom = JSON.parse(text) as { metadata: object };
    expect(Object.keys(bom)).not.toContain("serialNumber");
    expect(Object.keys(bom.metadata)).toEqual(["component"]);
  });

  it("names what was bundled into a script, with what that brought along", () => {
    const inSetupPage = libraries.filter(({ files }) => files.includes("SetupPage.js")).map(({ name }) => name);

    expect(inSetupPage.sort()).toEqual(["object-assign", "react", "react-dom", "scheduler", "xrm-webapi"]);
    expect(readFileSync(join(root, "out/webresources/SetupPage.js"), "utf8")).toContain("dangerouslySetInnerHTML");
  });

  it("names what is linked into the plug-in assembly", () => {
    const assembly = readFileSync(join(root, "out/plugin/CoSellConnector.PluginHost.dll"), "latin1");
    const linked = libraries.filter(({ ecosystem }) => ecosystem === "nuget").map(({ name }) => name);

    expect(linked).toHaveLength(6);
    expect(linked.slice(0, 2).filter((name) => !assembly.includes(name))).toEqual([]);
  });

  it("names nothing that the notices do not name as it ships", () => {
    const notices = readFileSync(join(root, "THIRD-PARTY-NOTICES.md"), "utf8");
    const npm = libraries.filter(({ ecosystem }) => ecosystem === "npm");

    expect(npm.filter(({ name, version }) => !notices.includes(`${name} ${version}`))).toEqual([]);
  });

  it("is complete without the controls, which bundle nothing but what the platform provides", () => {
    const sources = filesBelow(join(root, "PcfControls")).filter((file) => /\.tsx?$/.test(file));
    const imported = sources.flatMap((file) =>
      [...readFileSync(join(root, "PcfControls", file), "utf8").matchAll(/\bfrom "([^."][^"]*)"/g)].map(
        ([, name]) => name,
      ),
    );

    expect([...new Set(imported)].sort()).toEqual(["@fluentui/react", "react"]);
  });
});
