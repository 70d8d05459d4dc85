import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { type GivenTenant, caller, givenTenant, stopTenants } from "../pipeline/support/givenTenant";
import { accept } from "./support/importing";
import { ids, together } from "./support/parts";
import { reviewTable } from "./support/reviewTable";
import { solutionZip } from "./support/solutionZip";
import { wholeSolution } from "./support/wholeSolution";

let tenant: GivenTenant;

describe("what a solution brings is there after its import", () => {
  beforeEach(async () => {
    tenant = await givenTenant();
  });
  afterEach(stopTenants);

  test("columns can be written and read", async () => {
    await accept(tenant, wholeSolution);

    const id = await tenant.service.create(
      { $t: "entity", table: "opportunity", attributes: { name: "Deal", acme_score: 42 } },
      caller(),
    );

    const row = await tenant.service.retrieve("opportunity", id, ["acme_score"], caller());
    expect(row.attributes.acme_score).toBe(42);
  });

  test("web resources, types, steps and custom APIs are rows", async () => {
    await accept(tenant, wholeSolution);

    const [resource] = await tenant.rows.read("webresource", ["content", "webresourcetype"], { name: "acme_/deal.js" });
    const [registered] = await tenant.rows.read("sdkmessageprocessingstep", ["plugintypeid", "filteringattributes"], {
      sdkmessageprocessingstepid: ids.step,
    });
    const [api] = await tenant.rows.read("customapi", ["plugintypeid"], { uniquename: "acme_Rate" });

    expect(Buffer.from(String(resource?.content), "base64").toString()).toBe("globalThis.Acme = {};");
    expect(resource?.webresourcetype).toBe(3);
    expect(registered).toEqual({ plugintypeid: ids.pluginType, filteringattributes: "name,acme_score" });
    expect(api).toEqual({ plugintypeid: ids.pluginType });
  });

  test("a managed form diff adds its tab to the form of Sales and leaves the rest", async () => {
    await accept(tenant, wholeSolution);

    const [form] = await tenant.rows.read("systemform", ["formxml", "name"], { formid: ids.form });

    expect(form?.name).toBe("Opportunity");
    expect(form?.formxml).toContain('name="Summary"');
    expect(form?.formxml).toContain('name="tab_acme"');
    expect(form?.formxml).not.toContain("solutionaction");
  });

  test("a new table has its own rows, key, privileges and relationship", async () => {
    await accept(tenant, reviewTable());

    const deal = await tenant.service.create(
      { $t: "entity", table: "opportunity", attributes: { name: "Deal" } },
      caller(baseIds.alexAdmin),
    );
    const review = {
      $t: "entity",
      table: "acme_review",
      attributes: { acme_name: "R1", acme_dealid: { $t: "ref", table: "opportunity", id: deal } },
    } as const;
    const id = await tenant.service.create(review, caller(baseIds.alexAdmin));

    await expect(tenant.service.create(review, caller(baseIds.alexAdmin))).rejects.toMatchObject({
      code: "0x80060892",
    });
    await tenant.service.delete("opportunity", deal, caller(baseIds.alexAdmin));
    await expect(tenant.service.retrieve("acme_review", id, "all", caller(baseIds.alexAdmin))).rejects.toMatchObject({
      code: "0x80040217",
    });
    expect(await tenant.rows.read("privilege", ["name"], { name: "prvCreateacme_Review" })).toHaveLength(1);
  });

  test("what the tenant does not run is kept and said", async () => {
    const app =
      "<AppModule><UniqueName>acme_app</UniqueName><IntroducedVersion>1.0.0.0</IntroducedVersion><WebResourceId>953b9fac-1e5e-e611-80d6-00155ded156f</WebResourceId>" +
      '<FormFactor>1</FormFactor><AppModuleComponents><AppModuleComponent type="62" schemaName="acme_app" /></AppModuleComponents><LocalizedNames /></AppModule>';
    const siteMap =
      '<AppModuleSiteMap><SiteMapUniqueName>acme_app</SiteMapUniqueName><SiteMap><Area Id="a"><Group Id="g"><SubArea Id="s" Url="https://acme.example" /></Group></Area></SiteMap></AppModuleSiteMap>';
    const solution = together(wholeSolution, {
      roots: [62, 80].map((type) => `<RootComponent type="${type}" schemaName="acme_app" behavior="0" />`),
      sections: { AppModuleSiteMaps: siteMap, AppModules: app },
    });

    const { log } = await tenant.importSolution(solutionZip(solution));

    expect(log).toContainEqual(
      expect.objectContaining({ component: "Model-driven app acme_app", result: "kept, not run" }),
    );
    const [kept] = await tenant.rows.read("msdyn_componentlayer", ["msdyn_componentjson"], { msdyn_name: "acme_app" });
    expect(kept?.msdyn_componentjson).toContain("<UniqueName>acme_app</UniqueName>");
  });

  test("a flow that does not run here is stored as a draft, and the log says why", async () => {
    const workflow = `<Workflow WorkflowId="{${ids.view}}" Name="Nightly"><JsonFileName>/Workflows/Nightly.json</JsonFileName><Category>5</Category></Workflow>`;
    const roots = [`<RootComponent type="29" id="{${ids.view}}" behavior="0" />`];
    const solution = together(wholeSolution, {
      roots,
      sections: { Workflows: workflow },
      files: {
        "Workflows/Nightly.json":
          '{"properties":{"definition":{"triggers":{"When":{"type":"Sliding"}},"actions":{"Then":{"type":"Compose"}}}}}',
      },
    });

    const { ok, log } = await tenant.importSolution(solutionZip(solution));

    expect(ok).toBe(true);
    expect(log).toContainEqual(expect.objectContaining({ component: "Process Nightly", result: "kept, not run" }));
    expect(await tenant.rows.read("workflow", ["statecode"], { name: "Nightly" })).toEqual([{ statecode: 0 }]);
  });

  test("the solution history tells of it, with the log in an import job", async () => {
    await accept(tenant, wholeSolution);

    const [entry] = await tenant.rows.read("msdyn_solutionhistory", ["msdyn_solutionversion", "msdyn_result"], {
      msdyn_name: "AcmeDeal",
    });
    const [job] = await tenant.rows.read("importjob", ["data"], { solutionname: "AcmeDeal" });

    expect(entry).toEqual({ msdyn_solutionversion: "1.0.0.0", msdyn_result: true });
    expect(job?.data).toContain(`LocalizedName="acme_/deal.js" processed="true"><result result="success"`);
  });
});
