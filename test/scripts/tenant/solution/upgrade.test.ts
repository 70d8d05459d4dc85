import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { type GivenTenant, caller, givenTenant, stopTenants } from "../pipeline/support/givenTenant";
import { accept, refusals } from "./support/importing";
import {
  assembly,
  customApi,
  formDiff,
  ids,
  messageIds,
  opportunityParts,
  step,
  together,
  view,
} from "./support/parts";
import type { TestSolution } from "./support/solutionZip";
import { wholeSolution } from "./support/wholeSolution";

/** A later version that brings the assembly and a form only. */
const lessSolution = together(opportunityParts({ forms: formDiff({ column: "name" }), attributes: "" }), assembly);

let tenant: GivenTenant;

describe("importing again", () => {
  beforeEach(async () => {
    tenant = await givenTenant();
  });
  afterEach(stopTenants);

  test("an import does not disturb the sample data", async () => {
    const before = await tenant.rows.read("opportunity", ["name"]);

    await accept(tenant, wholeSolution);

    expect(await tenant.rows.read("opportunity", ["name"])).toEqual(before);
    expect(await tenant.rows.read("systemuser", ["fullname"], { systemuserid: baseIds.kimSeller })).toEqual([
      { fullname: "Kim Seller" },
    ]);
  });

  test("the same version goes over itself", async () => {
    await accept(tenant, wholeSolution);
    await accept(tenant, wholeSolution);

    const [form] = await tenant.rows.read("systemform", ["formxml"], { formid: ids.form });
    expect(String(form?.formxml).match(/tab_acme/g)).toHaveLength(1);
    expect(await tenant.rows.read("webresource", ["name"], { name: "acme_/deal.js" })).toHaveLength(1);
  });

  test("a higher version replaces what changed and keeps the rows", async () => {
    await accept(tenant, wholeSolution);
    const id = await tenant.service.create(
      { $t: "entity", table: "opportunity", attributes: { name: "Deal", acme_score: 7 } },
      caller(),
    );

    await accept(tenant, {
      ...wholeSolution,
      version: "1.1.0.0",
      files: { ...wholeSolution.files, "WebResources/acme_dealjs": "/* 1.1 */" },
    });

    const [resource] = await tenant.rows.read("webresource", ["content"], { name: "acme_/deal.js" });
    const [solution] = await tenant.rows.read("solution", ["version"], { uniquename: "AcmeDeal" });
    expect(Buffer.from(String(resource?.content), "base64").toString()).toBe("/* 1.1 */");
    expect(solution?.version).toBe("1.1.0.0");
    expect((await tenant.service.retrieve("opportunity", id, ["acme_score"], caller())).attributes.acme_score).toBe(7);
  });

  test("an upgrade takes away what the higher version no longer brings", async () => {
    await accept(tenant, wholeSolution);

    await accept(tenant, { ...lessSolution, version: "2.0.0.0" }, "upgrade");

    expect(tenant.catalogue.column("opportunity", "acme_score")).toBeUndefined();
    expect(await tenant.rows.read("webresource", ["name"], { name: "acme_/deal.js" })).toEqual([]);
    expect(await tenant.rows.read("sdkmessageprocessingstep", ["name"])).toEqual([]);
    expect(await tenant.rows.read("customapi", ["name"])).toEqual([]);
  });

  test("an update leaves what the higher version no longer brings", async () => {
    await accept(tenant, wholeSolution);

    await accept(tenant, { ...lessSolution, version: "2.0.0.0" });

    expect(tenant.catalogue.column("opportunity", "acme_score")).toBeDefined();
    expect(await tenant.rows.read("customapi", ["uniquename"])).toEqual([{ uniquename: "acme_Rate" }]);
  });

  test("a form that is no longer changed is again as Sales left it", async () => {
    const [before] = await tenant.rows.read("systemform", ["formxml"], { formid: ids.form });
    await accept(tenant, wholeSolution);

    await accept(tenant, { ...together(opportunityParts({}), assembly), version: "2.0.0.0" }, "upgrade");

    expect(await tenant.rows.read("systemform", ["formxml"], { formid: ids.form })).toEqual([before]);
  });

  test("a lower version is refused", async () => {
    await accept(tenant, { ...wholeSolution, version: "1.2.0.0" });

    expect(await refusals(tenant, { ...wholeSolution, version: "1.1.9.0" })).toContainEqual(
      expect.objectContaining({ rule: "versions do not go back" }),
    );
  });

  test("managed over unmanaged is refused, and the other way round", async () => {
    // A diff of a form can only be managed.
    await accept(tenant, { ...opportunityParts({ views: view() }), managed: false });

    expect(await refusals(tenant, { ...wholeSolution, managed: true })).toContainEqual(
      expect.objectContaining({ rule: "managed and unmanaged do not mix" }),
    );
  });

  test("what callers of a custom API rely on cannot change", async () => {
    await accept(tenant, wholeSolution);

    const changed = together(wholeSolution, customApi({ parameters: { Id: [10, false] }, properties: { Score: 7 } }));

    expect(await refusals(tenant, { ...changed, version: "1.1.0.0" })).toContainEqual(
      expect.objectContaining({
        component: "Custom API acme_Rate",
        message: expect.stringContaining("type of Id") as string,
      }),
    );
  });

  test("another solution cannot hang steps on a custom API that allows none", async () => {
    await accept(tenant, wholeSolution);
    const [api] = await tenant.rows.read("sdkmessage", ["sdkmessageid"], { name: "acme_Rate" });
    const steps = step({ id: ids.view, table: "none" }).sections?.SdkMessageProcessingSteps ?? "";
    const onApi = steps.replace(messageIds.update, String(api?.sdkmessageid));
    const other = together(step({ id: ids.view }), { uniqueName: "Other" });

    const found = await refusals(tenant, { ...other, sections: { SdkMessageProcessingSteps: onApi } });

    expect(found).toContainEqual(expect.objectContaining({ rule: "steps run types that exist on what exists" }));
    expect(found[0]?.message).toContain("acme_Rate allows no steps");
  });

  test("the value of an environment variable belongs to the environment", async () => {
    const variable: TestSolution = {
      files: {
        "environmentvariabledefinitions/acme_Mode/environmentvariabledefinition.xml":
          '<environmentvariabledefinition schemaname="acme_Mode"><defaultvalue>fast</defaultvalue><displayname default="Mode" /><type>100000000</type></environmentvariabledefinition>',
        "environmentvariabledefinitions/acme_Mode/environmentvariablevalues.json":
          '{"environmentvariablevalues":{"environmentvariablevalue":{"@environmentvariablevalueid":"0f9cf1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6e","value":"shipped"}}}',
      },
    };
    const solution = together(wholeSolution, variable);
    await accept(tenant, solution);
    const [value] = await tenant.rows.read("environmentvariablevalue", ["environmentvariablevalueid", "value"], {
      schemaname: "acme_Mode",
    });
    expect(value?.value).toBe("shipped");

    await tenant.rows.save("environmentvariablevalue", String(value?.environmentvariablevalueid), { value: "mine" });
    await accept(tenant, { ...solution, version: "1.1.0.0" });

    expect(await tenant.rows.read("environmentvariablevalue", ["value"], { schemaname: "acme_Mode" })).toEqual([
      { value: "mine" },
    ]);
  });
});
