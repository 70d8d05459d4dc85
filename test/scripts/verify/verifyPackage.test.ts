import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { ImportLogEntry } from "../../../scripts/tenant/solution/ImportLog";
import { errorsIn, verifyPackage } from "../../../scripts/verify/verifyPackage";
import { builtPackage } from "../../support/builtPackage";
import { corpusPath, describeWithCorpus } from "../../support/corpus";
import { type GivenTenant, givenTenant, stopTenants } from "../tenant/pipeline/support/givenTenant";
import { plantedFaults } from "./plantedFaults";

const built = unzipSync(readFileSync(builtPackage("managed")));
const translated = /\s*<\w+ [^<>]*(?:languagecode|LCID)="(?!1033")\d+"[^<>]*\/>/g;

/** A faulty package is refused for what is wrong in it: labels of other languages are no part of that, and most of its length. */
const inEnglish = (name: string): Uint8Array =>
  strToU8(strFromU8(built[name] ?? new Uint8Array()).replace(translated, ""));
const shipped = {
  ...built,
  "customizations.xml": inEnglish("customizations.xml"),
  "solution.xml": inEnglish("solution.xml"),
};
const zip = (files: Record<string, Uint8Array>) => zipSync(files, { level: 0 });

describeWithCorpus("packages that import into Dataverse", () => {
  it.each([
    "dataverse-ify-tests/managed.zip",
    "dataverse-ify-tests/unmanaged.zip",
    "ms-fasttrack-zips/AppActionCommand_managed.zip",
    "ms-fasttrack-zips/CRMP2C_managed.zip",
    "ms-fasttrack-zips/CRMP2C_unmanaged.zip",
    "ms-fasttrack-zips/P2CProjectService_managed.zip",
    "pnp-incident-reporting/packed.zip",
  ])("%s has no error", (name) => expect(errorsIn(verifyPackage(readFileSync(corpusPath(name))))).toEqual([]));
});

describe("our own packages", () => {
  it.each(["managed", "unmanaged"] as const)("%s: nothing to say", (type) =>
    expect(verifyPackage(readFileSync(builtPackage(type)))).toEqual([]),
  );
});

describe("what exports of today hold, which the published schema and lists of privileges do not know", () => {
  const systemUser = `<Entity><Name LocalizedName="User" OriginalName="User">SystemUser</Name><EntityInfo><entity Name="SystemUser"><LocalizedNames /><LocalizedCollectionNames /><attributes /><OwnershipTypeMask>BusinessOwned</OwnershipTypeMask></entity></EntityInfo></Entity>`;

  it.each([
    [
      "the scope of a process's triggers",
      /<JsonFileName>/,
      "<ProcessTriggerScope>0</ProcessTriggerScope><JsonFileName>",
    ],
    ["a permission to see masked values", /<\/CanCreate>/, "</CanCreate><CanReadUnmasked>0</CanReadUnmasked>"],
    [
      "a privilege of a new table of the platform",
      /<RolePrivilege /,
      '<RolePrivilege name="prvReadMCPTool" level="Global" /><RolePrivilege ',
    ],
    ["properties of a table of the platform, without names and columns", /<Entities>/, `<Entities>${systemUser}`],
  ])("%s is no fault", (_what, where, put) => {
    const text = strFromU8(shipped["customizations.xml"]);
    const files = { ...shipped, "customizations.xml": strToU8(text.replace(where, put)) };
    expect(text).toMatch(where);
    expect(errorsIn(verifyPackage(zip(files))).filter(({ rule }) => !rule.startsWith("root components"))).toEqual([]);
  });
});

describe("one fault planted in the package that ships is refused by the verifier and by the tenant's import", () => {
  let tenant: GivenTenant;
  // A refused import leaves nothing behind.
  beforeAll(async () => {
    tenant = await givenTenant();
  });
  afterAll(stopTenants);

  const refusals = async (bytes: Uint8Array): Promise<ImportLogEntry[]> =>
    (await tenant.importSolution(bytes)).log.filter(({ result }) => result === "failed");

  it.each(plantedFaults)("$what: $rule", async ({ rule, plant }) => {
    const bytes = zip(plant(shipped));

    expect(errorsIn(verifyPackage(bytes)).map((finding) => finding.rule)).toContain(rule);
    expect((await refusals(bytes)).map((entry) => entry.rule)).toContain(rule);
  });

  it("one bit of the assembly flipped in the zip", async () => {
    const bytes = Uint8Array.from(readFileSync(builtPackage("managed")));
    const name = Buffer.from(".dll");
    const at = Buffer.from(bytes).indexOf(name) + 50_000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;

    for (const findings of [verifyPackage(bytes), await refusals(bytes)])
      expect(findings).toContainEqual(expect.objectContaining({ rule: "a solution is a sound zip" }));
  });

  it("a managed diff of a form in the unmanaged package", async () => {
    const files = { ...shipped };
    const text = new TextDecoder().decode(files["solution.xml"]).replace("<Managed>1<", "<Managed>0<");
    const bytes = zip({ ...files, "solution.xml": strToU8(text) });

    for (const findings of [verifyPackage(bytes), await refusals(bytes)])
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: "sound FormXml", component: 'Form "Opportunity" (main) of opportunity' }),
      );
  });

  it("the package without a fault is refused by neither", async () => {
    const bytes = zip(built);

    expect(errorsIn(verifyPackage(bytes))).toEqual([]);
    expect(await refusals(bytes)).toEqual([]);
  });
});

describe("what is no solution", () => {
  it("is said of a file that is no zip", () =>
    expect(verifyPackage(strToU8("not a zip"))).toMatchObject([{ level: "error", rule: "a solution is a sound zip" }]));

  it("is said of a solution that lies in a folder inside its zip", () => {
    const wrapped = Object.fromEntries(Object.entries(shipped).map(([name, bytes]) => [`Wrapper/${name}`, bytes]));
    expect(verifyPackage(zip(wrapped))[0]?.message).toContain("zip the folder's content, not the folder");
  });
});
