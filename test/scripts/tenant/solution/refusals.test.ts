import type { ImportLogEntry } from "../../../../scripts/tenant/solution/ImportLog";
import { type GivenTenant, givenTenant, stopTenants } from "../pipeline/support/givenTenant";
import { refusals } from "./support/importing";
import {
  attribute,
  customApi,
  formDiff,
  ids,
  opportunityParts,
  step,
  together,
  view,
  webResource,
} from "./support/parts";
import type { TestSolution } from "./support/solutionZip";
import { wholeSolution } from "./support/wholeSolution";

let tenant: GivenTenant;

describe("a zip that breaks a rule is refused with component, file and rule", () => {
  // Refused imports leave nothing behind, as a test below proves: they share a tenant.
  beforeAll(async () => {
    tenant = await givenTenant();
  });
  afterAll(stopTenants);

  const cases: [what: string, solution: TestSolution, expected: Partial<ImportLogEntry>][] = [
    [
      "a root file missing",
      { ...wholeSolution, replace: { "solution.xml": undefined } },
      { file: "solution.xml", rule: "three root files" },
    ],
    [
      "customizations.xml is not XML",
      { ...wholeSolution, replace: { "customizations.xml": "<ImportExportXml><Entities></ImportExportXml>" } },
      { file: "customizations.xml", rule: "XML is well-formed" },
    ],
    [
      "a web resource without its file",
      { ...wholeSolution, replace: { "WebResources/acme_dealjs": undefined } },
      { component: "Web resource acme_/deal.js", file: "WebResources/acme_dealjs", rule: "named files exist" },
    ],
    [
      "a root component without component",
      together(wholeSolution, { roots: ['<RootComponent type="61" schemaName="acme_/ghost.js" behavior="0" />'] }),
      {
        component: "Web resource acme_/ghost.js",
        file: "solution.xml",
        rule: "root components and components name each other",
      },
    ],
    [
      "a component without root component",
      { ...wholeSolution, roots: (wholeSolution.roots ?? []).filter((row) => !row.includes('type="61"')) },
      {
        component: "Web resource acme_/deal.js",
        file: "customizations.xml",
        rule: "root components and components name each other",
      },
    ],
    [
      "a root component of an environment-specific type",
      together(wholeSolution, {
        roots: ['<RootComponent type="10421" id="{0f9cf1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d}" />'],
      }),
      { file: "solution.xml", rule: "no environment-specific root types" },
    ],
    [
      "FormXml with a control outside of a cell",
      opportunityParts({
        forms: formDiff().replace("<rows><row><cell", '<control id="x" classid="y" /><rows><row><cell'),
      }),
      { component: 'Form "Opportunity" (main) of opportunity', rule: "sound FormXml" },
    ],
    [
      "a form that shows a column nobody has",
      opportunityParts({ forms: formDiff({ column: "acme_ghost" }) }),
      { component: 'Form "Opportunity" (main) of opportunity', rule: "forms use what exists" },
    ],
    [
      "a form diff to a form that is not there",
      opportunityParts({ forms: formDiff({ formId: ids.view }) }),
      { rule: "forms use what exists" },
    ],
    [
      "a form diff that changes a tab the form does not have",
      opportunityParts({ forms: formDiff({ tabAction: "Modified" }) }),
      { rule: "forms use what exists" },
    ],
    [
      "a form with a library that is no web resource",
      opportunityParts({
        forms: formDiff({
          more: `<formLibraries><Library name="acme_/ghost.js" libraryUniqueId="{${ids.cell}}" solutionaction="Added" /></formLibraries>`,
        }),
      }),
      { rule: "forms use what exists" },
    ],
    [
      "a view over a column nobody has",
      opportunityParts({ views: view({ column: "acme_ghost" }) }),
      { component: 'View "Scored Opportunities" of opportunity', rule: "views show columns that exist" },
    ],
    [
      "a step whose plug-in type is in no assembly",
      together(wholeSolution, step({ id: ids.view, typeId: ids.cell })),
      { rule: "steps run types that exist on what exists" },
    ],
    [
      "a step filtered by a column nobody has",
      together(wholeSolution, step({ id: ids.view, filteringAttributes: "acme_ghost" })),
      { rule: "steps run types that exist on what exists" },
    ],
    [
      "an asynchronous step before the operation",
      together(wholeSolution, step({ id: ids.view, stage: 20, isAsynchronous: true })),
      { rule: "steps run types that exist on what exists" },
    ],
    [
      "a custom API whose plug-in type is in no assembly",
      together(wholeSolution, customApi({ name: "acme_Other", typeKey: ids.cell })),
      {
        component: "Custom API acme_Other",
        file: "customapis/acme_Other/customapi.xml",
        rule: "custom APIs as the table has them",
      },
    ],
    [
      "a custom API behind a privilege nobody can have",
      together(wholeSolution, customApi({ name: "acme_Other", privilege: "prvCreateacme_Ghost" })),
      { rule: "custom APIs as the table has them" },
    ],
    [
      "a choice column without options",
      opportunityParts({ attributes: attribute("acme_Rank", "picklist") }),
      { component: "Column opportunity.acme_rank", rule: "choices have options" },
    ],
    [
      "a lookup without relationship",
      opportunityParts({ attributes: attribute("acme_OtherId", "lookup") }),
      { component: "Column opportunity.acme_otherid", rule: "a lookup has its relationship" },
    ],
    [
      "a column with another type than it has",
      opportunityParts({
        attributes: attribute("EstimatedValue", "nvarchar").replace("<IsCustomField>1", "<IsCustomField>0"),
      }),
      { component: "Column opportunity.estimatedvalue", rule: "a column never changes its type" },
    ],
    [
      "parts of a table that is not here",
      together(opportunityParts({}), {
        roots: ['<RootComponent type="1" schemaName="quote" behavior="2" />'],
        sections: { Entities: "<Entity><Name>Quote</Name></Entity>" },
      }),
      { component: "Table quote", rule: "required components are installed" },
    ],
    [
      "a table another solution would have to bring",
      {
        ...wholeSolution,
        missingDependencies:
          '<MissingDependency><Required type="1" schemaName="quote" displayName="Quote" solution="msdynce_Quotes (9.1)" /><Dependent type="1" /></MissingDependency>',
      },
      { component: "Required table Quote", file: "solution.xml", rule: "required components are installed" },
    ],
    [
      "a requirement on the author's own unmanaged changes",
      {
        ...wholeSolution,
        missingDependencies:
          '<MissingDependency><Required type="61" schemaName="x.js" solution="Active" /><Dependent type="61" /></MissingDependency>',
      },
      { file: "solution.xml", rule: "required components are installed" },
    ],
  ];

  test.each(cases)("%s", async (_what, solution, expected) => {
    const found = await refusals(tenant, solution);

    expect(found).toContainEqual(expect.objectContaining(expected));
    expect(found.every((entry) => entry.message.length > 10 && entry.component !== "")).toBe(true);
  });

  test("bytes that are no zip", async () => {
    const { ok, log } = await tenant.importSolution(new TextEncoder().encode("hello"));

    expect(ok).toBe(false);
    expect(log[0]).toMatchObject({ component: "Zip", rule: "a solution is a sound zip" });
  });

  test("nothing of a refused solution is left, and the history says so", async () => {
    await refusals(tenant, together(wholeSolution, customApi({ name: "acme_Other", typeKey: ids.cell })));

    expect(tenant.catalogue.column("opportunity", "acme_score")).toBeUndefined();
    expect(await tenant.rows.read("webresource", ["name"], { name: "acme_/deal.js" })).toEqual([]);
    expect(await tenant.rows.read("solution", ["version"], { uniquename: "AcmeDeal" })).toEqual([]);
    expect(
      await tenant.rows.read("msdyn_solutionhistory", ["msdyn_result"], { msdyn_name: "AcmeDeal" }),
    ).toContainEqual({
      msdyn_result: false,
    });
  });

  test("nothing is left when the server refuses in the middle", async () => {
    const tooLong =
      webResource.sections?.WebResources?.replace("<DisplayName>Deal", `<DisplayName>${"x".repeat(300)}`) ?? "";
    const found = await refusals(tenant, {
      ...wholeSolution,
      sections: { ...wholeSolution.sections, WebResources: tooLong },
    });

    expect(found[0]?.message).toContain("0x80044331");
    expect(tenant.catalogue.column("opportunity", "acme_score")).toBeUndefined();
  });
});
