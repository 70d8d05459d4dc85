import { readFileSync } from "node:fs";
import { baseIds } from "../../../../../scripts/tenant/baseTables/baseIds";
import { columns, securityRoles, tables } from "../../../../../Solution/engine/domain/schema";
import { builtPackage } from "../../../../support/builtPackage";
import { caller, type GivenTenant, givenTenant, stopTenants } from "../../pipeline/support/givenTenant";
import { ids } from "../support/parts";
import { contentsOf, type TenantContents } from "./support/contentsOf";

const uniqueName = "CoSellConnector";
const admin = caller(baseIds.alexAdmin);

let tenant: GivenTenant;
let before: TenantContents;

const removal = async (): Promise<void> => {
  const [solution] = await tenant.rows.read("solution", ["solutionid"], { uniquename: uniqueName });
  await tenant.service.delete("solution", String(solution?.solutionid), admin);
};

beforeAll(async () => {
  tenant = await givenTenant();
  before = await contentsOf(tenant);
  const { ok } = await tenant.importSolution(readFileSync(builtPackage("managed")));
  expect(ok).toBe(true);
});
afterAll(stopTenants);

async function blockedBy(table: string, id: string): Promise<string> {
  const error: unknown = await removal().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  await tenant.rows.delete(table, id);
  expect(error).toMatchObject({ code: "0x8004f01d" });
  return String(error);
}

test("a seller cannot remove the solution", async () => {
  const [solution] = await tenant.rows.read("solution", ["solutionid"], { uniquename: uniqueName });
  const asked = tenant.service.delete("solution", String(solution?.solutionid), caller());
  await expect(asked).rejects.toMatchObject({ code: "0x80040220" });
});

test("a view of the customer's that shows a column of ours blocks the removal and is named", async () => {
  const fetchxml =
    '<fetch><entity name="opportunity"><attribute name="name" /><attribute name="cosell_syncstatus" /></entity></fetch>';
  const view = { name: "Our pipeline", returnedtypecode: "opportunity", querytype: 0, fetchxml };
  const id = await tenant.rows.create("savedquery", view);

  const { EntityCollection: found } = await tenant.service.execute(
    "RetrieveDependenciesForUninstall",
    { SolutionUniqueName: uniqueName },
    admin,
  );
  const words = await blockedBy("savedquery", id);

  expect(found).toMatchObject({
    rows: [{ attributes: { dependentcomponentobjectid: { v: id }, dependentcomponenttype: 26 } }],
  });
  expect(words).toContain("DependencyCount : 1 ");
  expect(words).toMatch(/Type: Attribute, ObjectName: cosell_syncstatus,.*ParentObjectName: opportunity/);
  expect(words).toMatch(/Type: SavedQuery, ObjectName: Our pipeline,/);
});

test("a flow of the customer's that calls a custom API of ours blocks the removal and is named", async () => {
  const clientdata = JSON.stringify({ action: { parameters: { actionName: "cosell_SyncOpportunity" } } });
  const id = await tenant.rows.create("workflow", { name: "Nightly sync", category: 5, clientdata });

  expect(await blockedBy("workflow", id)).toMatch(
    /CustomAPI, ObjectName: cosell_SyncOpportunity.*Workflow, ObjectName: Nightly sync/,
  );
});

test("a form of the customer's that lists rows of ours blocks the removal and is named", async () => {
  const formxml =
    "<form><tabs><tab><control><parameters><TargetEntityType>cosell_link</TargetEntityType></parameters></control></tab></tabs></form>";
  const id = await tenant.rows.create("systemform", { name: "Deal desk", objecttypecode: "account", type: 2, formxml });

  expect(await blockedBy("systemform", id)).toMatch(
    /Entity, ObjectName: cosell_link.*SystemForm, ObjectName: Deal desk/,
  );
});

test("a chart of the customer's over rows of ours blocks the removal and is named", async () => {
  const datadescription =
    '<datadefinition><fetchcollection><fetch aggregate="true"><entity name="cosell_link"><attribute name="cosell_syncstatus" groupby="true" alias="status" /></entity></fetch></fetchcollection></datadefinition>';
  const chart = { name: "Deal desk numbers", primaryentitytypecode: "cosell_link", datadescription };
  const id = await tenant.rows.create("savedqueryvisualization", chart);

  expect(await blockedBy("savedqueryvisualization", id)).toMatch(
    /Entity, ObjectName: cosell_link.*ObjectName: Deal desk numbers/,
  );
});

test("a dashboard of the customer's that shows a chart of ours blocks the removal and is named", async () => {
  const [chart] = await tenant.rows.read("savedqueryvisualization", ["savedqueryvisualizationid", "name"], {
    primaryentitytypecode: "cosell_conflict",
  });
  const formxml = `<form><tabs><tab><control><parameters><VisualizationId>{${String(chart?.savedqueryvisualizationid)}}</VisualizationId></parameters></control></tab></tabs></form>`;
  const dashboard = { name: "Deal desk dashboard", objecttypecode: "none", type: 0, formxml };
  const id = await tenant.rows.create("systemform", dashboard);

  expect(await blockedBy("systemform", id)).toMatch(
    /ObjectName: Open Conflicts by Field.*SystemForm, ObjectName: Deal desk dashboard/,
  );
});

test("a column of ours that somebody put on the Opportunity form outside our tab blocks the removal", async () => {
  const [form] = await tenant.rows.read("systemform", ["formxml"], { formid: ids.form });
  const formxml = String(form?.formxml);
  const row =
    '<row><cell id="{11111111-aaaa-4aaa-8aaa-111111111111}"><control id="theirs" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="cosell_syncstatus" /></cell></row>';
  await tenant.rows.save("systemform", ids.form, { formxml: formxml.replace("</row>", `</row>${row}`) });

  await expect(removal()).rejects.toThrow(/ObjectName: cosell_syncstatus.*Type: SystemForm, ObjectName: Opportunity/);
  await tenant.rows.save("systemform", ids.form, { formxml });
});

test("removal leaves nothing but the publisher, whatever the solution has been used for", async () => {
  const now = "2026-11-30T10:00:00.000Z";
  await tenant.assignRole(baseIds.kimSeller, securityRoles.coSellSeller);
  await tenant.addToFieldSecurityProfile(baseIds.alexAdmin, "Co-sell Connection");
  const [opportunity] = await tenant.rows.read("opportunity", ["opportunityid"]);
  const { service } = tenant;
  const link = { $t: "entity", table: tables.link.logicalName, attributes: { cosell_name: "Link" } } as const;
  await service.create(link, admin);
  const set = { [columns.opportunity.syncWithPartnerCenter]: true };
  await service.update(
    { $t: "entity", table: "opportunity", id: String(opportunity?.opportunityid), attributes: set },
    admin,
  );
  const [variable] = await tenant.rows.read("environmentvariabledefinition", ["environmentvariabledefinitionid"]);
  const definition = String(variable?.environmentvariabledefinitionid);
  await tenant.rows.create("environmentvariablevalue", {
    schemaname: "x",
    value: "1",
    environmentvariabledefinitionid: definition,
  });
  const [flow] = await tenant.rows.read("workflow", ["workflowid"]);
  await tenant.rows.create("flowrun", { name: "run", workflow: String(flow?.workflowid), starttime: now });

  await removal();

  const after = await contentsOf(tenant);
  expect(after.rows["publisher"]?.length).toBe((before.rows["publisher"]?.length ?? 0) + 1);
  expect({ ...after.rows, publisher: [] }).toEqual({ ...before.rows, publisher: [] });
  expect(after.metadata).toEqual(before.metadata);
  expect(await tenant.rows.read("msdyn_solutionhistory", ["msdyn_operation", "msdyn_result"])).toContainEqual({
    msdyn_operation: 1,
    msdyn_result: true,
  });
});

test("what was removed can be installed again, from the same file", async () => {
  const { ok, isUnchanged } = await tenant.importSolution(readFileSync(builtPackage("managed")), { unlessKnown: true });
  expect({ ok, isUnchanged }).toEqual({ ok: true, isUnchanged: undefined });
});
