import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { createTenantCore, type TenantCore } from "../../../../scripts/tenant/pipeline/createTenantCore";
import type { PluginRunner } from "../../../../scripts/tenant/sandboxWorker/PluginRunner";
import type {
  AccessDescription,
  AppDescription,
  FormDescription,
  TableDescription,
  ViewDescription,
} from "../../../../scripts/tenant/forms/protocol";
import { serveForms, type ServedForms } from "./support/serveForms";

const noRunner: PluginRunner = {
  description: "none",
  execute: () => Promise.reject(new Error("No plug-in runs in this test.")),
  stop: async () => undefined,
};

describe("the form host over an environment with Sales", () => {
  let core: TenantCore;
  let forms: ServedForms;

  beforeAll(async () => {
    core = await createTenantCore({ runner: noRunner });
    forms = await serveForms({
      service: core.service,
      catalogue: core.catalogue,
      userId: baseIds.kimSeller,
      organizationId: baseIds.organization,
      mayWrite: ({ table }) => Promise.resolve(table !== "account"),
      hasPrivilege: () => Promise.resolve(true),
    });
  });
  afterAll(async () => {
    await forms.stop();
    await core.stop();
  });

  const read = async <Answer>(path: string): Promise<Answer> =>
    (await (await fetch(forms.address + path)).json()) as Answer;

  test("says whether they may change a record", async () => {
    const of = (table: string) => read<AccessDescription>(`/tenant/access/${table}/${baseIds.kimSeller}`);
    expect([await of("contact"), await of("account")]).toEqual([{ mayWrite: true }, { mayWrite: false }]);
  });

  test("says who works here and where they can go", async () => {
    const app = await read<AppDescription>("/tenant/app");

    expect(app.user).toEqual({ id: baseIds.kimSeller, name: "Kim Seller" });
    expect(app.apps.map(({ name }) => name)).toEqual(["Sales Hub"]);
    expect(app.apps[0].siteMap.map(({ label }) => label)).toEqual(["Opportunities", "Leads", "Accounts", "Contacts"]);
  });

  test("describes a table with the names its lookups are written by", async () => {
    const { table, lookups, children } = await read<TableDescription>("/tenant/tables/opportunity");

    expect(table).toMatchObject({ logicalName: "opportunity", entitySetName: "opportunities", primaryName: "name" });
    expect(lookups["parentaccountid"]).toMatchObject([
      { table: "account", entitySetName: "accounts", navigation: "parentaccountid" },
    ]);
    expect(lookups["customerid"]?.map(({ navigation }) => navigation)).toEqual([
      "customerid_account",
      "customerid_contact",
    ]);
    expect(children.map(({ referencingTable }) => referencingTable)).toContain("opportunityclose");
  });

  test("gives the main forms of a table, and none of its quick create forms", async () => {
    const found = await read<FormDescription[]>("/tenant/forms/opportunity");

    expect(found.map(({ id, name }) => [id, name])).toEqual([["a837e4a7-01b8-4f82-a475-be9abd67e667", "Opportunity"]]);
    expect(found[0]?.xml).toContain("<tabs>");
  });

  test("gives views with their queries and layouts", async () => {
    const views = await read<ViewDescription[]>("/tenant/views/opportunity");
    const [standard] = views.filter(({ isDefault, queryType }) => isDefault && queryType === 0);

    expect(standard).toMatchObject({ name: "Open Opportunities" });
    expect(standard?.fetchXml).toContain('<entity name="opportunity">');
    expect(standard?.layoutXml).toContain("<grid");
  });

  test.each([
    ["/tenant/tables/nowhere", 'The table "nowhere" is not in this tenant.'],
    ["/WebResources/acme_/none.js", 'The web resource "acme_/none.js" is not in this tenant.'],
    ["/controls/acme_Acme.None/bundle.js", 'The control file "acme_Acme.None/bundle.js" is not in this tenant.'],
    ["/tenant/static/../../package.json", null],
    ["/tenant/static/fonts/..%2f..%2fpackage.json", "/tenant/static/fonts/../../package.json is not in this tenant."],
  ])("%s is refused", async (path, words) => {
    const response = await fetch(forms.address + path);
    const body = await response.text();

    expect(response.status).toBe(404);
    if (words !== null) expect((JSON.parse(body) as { error: { message: string } }).error.message).toBe(words);
  });

  test("a name with XML in it is a name, not a query", async () => {
    const response = await fetch(`${forms.address}/WebResources/${encodeURIComponent('"/><evil')}`);

    expect(response.status).toBe(404);
  });

  test("pages may ask nothing outside the tenant", async () => {
    const response = await fetch(`${forms.address}/main.aspx`);

    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(await response.text()).not.toMatch(/https?:\/\//);
  });

  test("leaves addresses of others alone", async () => {
    expect((await fetch(`${forms.address}/api/data/v9.2/accounts`)).status).toBe(404);
    expect((await fetch(`${forms.address}/main.aspx`, { method: "POST" })).status).toBe(404);
  });
});
