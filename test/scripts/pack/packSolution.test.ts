import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { packSolution } from "../../../scripts/pack/packSolution";
import { parseXml, rootOf } from "../../../scripts/pack/xml";
import { zipEntries } from "../../../scripts/pack/zipEntries";
import { corpusPath, describeWithCorpus } from "../../support/corpus";
import { xmlContent } from "../../support/xmlContent";

const real = () => unzipSync(readFileSync(corpusPath("pnp-incident-reporting/packed.zip")));
const source = corpusPath("pnp-incident-reporting/unpacked");
const contentOf = (bytes: Uint8Array | undefined, name: string) =>
  xmlContent(rootOf(parseXml(strFromU8(bytes ?? new Uint8Array()), name), name));

describeWithCorpus("packSolution beside a package that the Power Platform CLI made of the same sources", () => {
  it("gives the same entries in the same order", () => {
    expect(packSolution(source, "unmanaged").map(({ name }) => name)).toEqual(Object.keys(real()));
  });

  it("gives the same XML content in customizations.xml, element by element", () => {
    const ours = packSolution(source, "unmanaged").find(({ name }) => name === "customizations.xml");
    expect(contentOf(ours?.bytes, "ours")).toEqual(contentOf(real()["customizations.xml"], "theirs"));
  });

  it("gives every other entry byte for byte", () => {
    const theirs = real();
    for (const { name, bytes } of packSolution(source, "unmanaged").filter(
      (entry) => entry.name !== "customizations.xml",
    ))
      expect([name, Buffer.from(bytes).equals(Buffer.from(theirs[name] ?? new Uint8Array()))]).toEqual([name, true]);
  });

  it("says managed in the managed package and nothing else in the manifest", () => {
    const manifest = (type: "managed" | "unmanaged") =>
      strFromU8(packSolution(source, type).find(({ name }) => name === "solution.xml")?.bytes ?? new Uint8Array());
    expect(manifest("managed")).toBe(manifest("unmanaged").replace("<Managed>0<", "<Managed>1<"));
  });

  it("gives the same bytes in another time zone", () => {
    const zone = process.env["TZ"];
    const zips = ["UTC", "America/New_York"].map((name) => {
      process.env["TZ"] = name;
      return Buffer.from(zipEntries(packSolution(source, "managed")));
    });
    process.env["TZ"] = zone;
    expect(zips[0]?.equals(zips[1] ?? Buffer.alloc(0))).toBe(true);
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
    cpSync(join(folder, "OptionSets"), join(folder, "Connectors"), { recursive: true });
    expect(() => packSolution(folder, "unmanaged")).toThrow("Connectors");
  });
});
