import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { PackageType } from "../../../scripts/pack/PackageType";
import { packSolution } from "../../../scripts/pack/packSolution";
import { parseXml, rootOf } from "../../../scripts/pack/xml";
import { zipEntries } from "../../../scripts/pack/zipEntries";
import { corpusPath, describeWithCorpus } from "../../support/corpus";
import { xmlContent } from "../../support/xmlContent";

const entriesOf = (folder: string, type: PackageType) => packSolution(folder, type).entries;
const real = () => unzipSync(readFileSync(corpusPath("pnp-incident-reporting/packed.zip")));
const source = corpusPath("pnp-incident-reporting/unpacked");
const contentOf = (bytes: Uint8Array | undefined, name: string) =>
  xmlContent(rootOf(parseXml(strFromU8(bytes ?? new Uint8Array()), name), name));

describeWithCorpus("packSolution beside a package that the Power Platform CLI made of the same sources", () => {
  it("gives the same entries in the same order", () => {
    expect(entriesOf(source, "unmanaged").map(({ name }) => name)).toEqual(Object.keys(real()));
  });

  it("gives the same XML content in customizations.xml, element by element", () => {
    const ours = entriesOf(source, "unmanaged").find(({ name }) => name === "customizations.xml");
    expect(contentOf(ours?.bytes, "ours")).toEqual(contentOf(real()["customizations.xml"], "theirs"));
  });

  it("gives every other entry byte for byte", () => {
    const theirs = real();
    for (const { name, bytes } of entriesOf(source, "unmanaged").filter((entry) => entry.name !== "customizations.xml"))
      expect([name, Buffer.from(bytes).equals(Buffer.from(theirs[name] ?? new Uint8Array()))]).toEqual([name, true]);
  });

  it("says managed in the managed package and nothing else in the manifest", () => {
    const manifest = (type: "managed" | "unmanaged") =>
      strFromU8(entriesOf(source, type).find(({ name }) => name === "solution.xml")?.bytes ?? new Uint8Array());
    expect(manifest("managed")).toBe(manifest("unmanaged").replace("<Managed>0<", "<Managed>1<"));
  });

  it("gives the same bytes in another time zone", () => {
    const zone = process.env["TZ"];
    const zips = ["UTC", "America/New_York"].map((name) => {
      process.env["TZ"] = name;
      return Buffer.from(zipEntries(entriesOf(source, "managed")));
    });
    process.env["TZ"] = zone;
    expect(zips[0]?.equals(zips[1] ?? Buffer.alloc(0))).toBe(true);
  });
});

describe("packSolution given a form that has a managed file only, as a diff of somebody else's form has", () => {
  const own = join(__dirname, "../../../Solution/src");
  const opportunity = "a837e4a7-01b8-4f82-a475-be9abd67e667";
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "solution-"));
    for (const part of ["Entities", "Other"]) cpSync(join(own, part), join(folder, part), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const text = (type: PackageType, entry: string) =>
    strFromU8(entriesOf(folder, type).find(({ name }) => name === entry)?.bytes ?? new Uint8Array());

  it("puts form, root component and requirement into the managed package", () => {
    expect(text("managed", "customizations.xml")).toContain(`<formid>{${opportunity}}</formid>`);
    expect(text("managed", "solution.xml").split(opportunity)).toHaveLength(4);
  });

  it("leaves all three out of the unmanaged package, and nothing else", () => {
    expect(text("unmanaged", "customizations.xml")).not.toMatch(/solutionaction|ordinalvalue/);
    expect(text("unmanaged", "solution.xml")).not.toContain(opportunity);
    const rows = (type: PackageType) => text(type, "solution.xml").match(/<(RootComponent|MissingDependency)[ >]/g);
    expect((rows("managed") ?? []).length - (rows("unmanaged") ?? []).length).toBe(4);
  });
});

describeWithCorpus("packSolution given sources that are not whole", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "solution-"));
    cpSync(source, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("refuses a managed package where a form lacks its managed twin, instead of leaving the form out", () => {
    rmSync(join(folder, "Entities/csa_csIncident/FormXml/main/{c4e67c30-2237-4aab-943b-51150dd6f93e}_managed.xml"));
    expect(() => packSolution(folder, "managed")).toThrow("has no managed twin");
  });

  it("refuses a described payload that is not there", () => {
    rmSync(join(folder, "Workflows/IncidentAssignment-6E5A9197-E359-EE11-BE6F-000D3A45ED19.json"));
    expect(() => packSolution(folder, "unmanaged")).toThrow("describes a file that is not beside it");
  });

  it("refuses a listed relationship that no file describes", () => {
    rmSync(join(folder, "Other/Relationships/Account.xml"));
    expect(() => packSolution(folder, "unmanaged")).toThrow("account_csa_csIncidents");
  });

  it("refuses a folder it does not know instead of leaving its components out", () => {
    cpSync(join(folder, "OptionSets"), join(folder, "Notes"), { recursive: true });
    expect(() => packSolution(folder, "unmanaged")).toThrow("--ignore Notes");
  });
});
