import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GivenTenant, givenTenant, stopTenants } from "../pipeline/support/givenTenant";
import { provideFirstParty } from "./support/provideFirstParty";

/** Solutions that other people made; kept beside the repository, as they are not ours to ship. */
const corpus = join(__dirname, "../../../../../shared/corpus");
const isHere = existsSync(corpus);
const read = (name: string): Uint8Array => readFileSync(join(corpus, name));

const describeCorpus = isHere ? describe : describe.skip;

let tenant: GivenTenant;

beforeEach(async () => {
  if (isHere) tenant = await givenTenant();
});
afterEach(stopTenants);

const failures = async (name: string) => {
  const { log } = await tenant.importSolution(read(name));
  return log.filter((entry) => entry.result === "failed");
};

describeCorpus(`solutions of other people${isHere ? "" : `: skipped, as ${corpus} is missing`}`, () => {
  test.each(["dataverse-ify-tests/managed.zip", "dataverse-ify-tests/unmanaged.zip"])(
    "%s imports into an environment with Sales",
    async (name) => {
      expect(await failures(name)).toEqual([]);

      const apis = await tenant.rows.read("customapi", ["uniquename", "plugintypeid"]);
      expect(apis).toHaveLength(5);
      expect(apis.every((api) => api.plugintypeid !== undefined)).toBe(true);
      expect(tenant.catalogue.table("cdsify_integrationtest")?.primaryName).toBe("cdsify_name");
    },
  );

  test("what is not run of it is in the log", async () => {
    const { log } = await tenant.importSolution(read("dataverse-ify-tests/managed.zip"));

    const kept = log.filter((entry) => entry.result === "kept, not run").map((entry) => entry.component);
    expect(kept).toEqual(
      expect.arrayContaining([
        "Model-driven app cdsify_dataverseifyintegrationtests",
        "Column cdsify_integrationtest.cdsify_file1",
        "Column cdsify_integrationtest.cdsify_image1",
      ]),
    );
  });

  describe("without the solutions they build upon they are refused, and say which", () => {
    test.each([
      ["ms-fasttrack-zips/AppActionCommand_managed.zip", "msdynce_Service"],
      ["ms-fasttrack-zips/P2CProjectService_managed.zip", "ProjectService"],
      ["ms-fasttrack-zips/CRMP2C_managed.zip", "invoice"],
      ["ms-fasttrack-zips/CRMP2C_unmanaged.zip", "invoice"],
      ["pnp-incident-reporting/packed.zip", "MobileOfflineMembership"],
    ])("%s", async (name, missing) => {
      const found = await failures(name);

      expect(found.some((entry) => `${entry.component} ${entry.message}`.includes(missing))).toBe(true);
      expect(new Set(found.map((entry) => entry.rule))).not.toContain("sound FormXml");
      expect(tenant.catalogue.table("msdynce_p2cautonumber")).toBeUndefined();
    });
  });

  describe("beside what they build upon they import", () => {
    test.each([
      "ms-fasttrack-zips/AppActionCommand_managed.zip",
      "ms-fasttrack-zips/CRMP2C_managed.zip",
      "ms-fasttrack-zips/CRMP2C_unmanaged.zip",
      "pnp-incident-reporting/packed.zip",
    ])("%s", async (name) => {
      await provideFirstParty(tenant, read(name));

      expect(await failures(name)).toEqual([]);
    });

    test("the managed diffs of Prospect to Cash put its libraries and handlers on forms of others", async () => {
      await provideFirstParty(tenant, read("ms-fasttrack-zips/CRMP2C_managed.zip"));
      await tenant.importSolution(read("ms-fasttrack-zips/CRMP2C_managed.zip"));

      const forms = await tenant.rows.read("systemform", ["formxml", "objecttypecode"], { objecttypecode: "invoice" });
      expect(forms.some((form) => String(form.formxml).includes('libraryName="msdynce_p2c.js"'))).toBe(true);
      expect(forms.some((form) => String(form.formxml).includes("solutionaction"))).toBe(false);
      expect(await tenant.rows.read("sdkmessageprocessingstep", ["name"])).toHaveLength(19);
    });

    test("P2CProjectService is told that it requires columns from unmanaged changes of its author, which every table has", async () => {
      const name = "ms-fasttrack-zips/P2CProjectService_managed.zip";
      await provideFirstParty(tenant, read(name));

      const { log } = await tenant.importSolution(read(name));

      expect(log.filter((entry) => entry.result === "failed")).toEqual([]);
      expect(
        log
          .filter((entry) => entry.result === "warning")
          .map((entry) => entry.message)
          .join(),
      ).toContain("solution Active");
    });
  });
});
