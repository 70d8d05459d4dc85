import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLSerializer } from "@xmldom/xmldom";
import fc from "fast-check";
import { builtPackage } from "../../../../support/builtPackage";
import { effectiveFormXml } from "../../../../../scripts/tenant/solution/apply/effectiveFormXml";
import { saveFormLayer } from "../../../../../scripts/tenant/solution/apply/formLayers";
import { descendants, elementAt } from "../../../../../scripts/tenant/solution/elements";
import { formProblems } from "../../../../../scripts/tenant/solution/forms/formProblems";
import { mergeFormDiff } from "../../../../../scripts/tenant/solution/forms/mergeFormDiff";
import { parseXml } from "../../../../../scripts/tenant/solution/parseXml";
import { type GivenTenant, givenTenant, stopTenants } from "../../pipeline/support/givenTenant";

/** Which containers a base form has; what lies deeper needs what lies above it. */
interface Containers {
  events: "none" | "empty" | "onload" | "onload with Handlers" | "onload with a handler";
  formLibraries: boolean;
  controlDescriptions: boolean;
}

const eventsXml: Record<Containers["events"], string> = {
  none: "",
  empty: "<events />",
  onload: '<events><event name="onload" application="false" active="false" /></events>',
  "onload with Handlers":
    '<events><event name="onload" application="false" active="false"><Handlers /></event></events>',
  "onload with a handler":
    '<events><event name="onload" application="true" active="true"><InternalHandlers><Handler functionName="Sales.internal" libraryName="sales.js" handlerUniqueId="{11111111-1111-4111-8111-111111111111}" /></InternalHandlers></event>' +
    '<event name="onload" application="false" active="false"><Handlers><Handler functionName="Sales.theirs" libraryName="sales.js" handlerUniqueId="{22222222-2222-4222-8222-222222222222}" /></Handlers></event></events>',
};

const baseForm = ({ events, formLibraries, controlDescriptions }: Containers): string =>
  `<form><tabs><tab name="Summary" id="{33333333-3333-4333-8333-333333333333}"><labels><label description="Summary" languagecode="1033" /></labels>
   <columns><column width="100%"><sections /></column></columns></tab></tabs>${eventsXml[events]}
   ${controlDescriptions ? '<controlDescriptions><controlDescription forControl="{44444444-4444-4444-8444-444444444444}" /></controlDescriptions>' : ""}
   ${formLibraries ? '<formLibraries><Library name="sales.js" libraryUniqueId="{55555555-5555-4555-8555-555555555555}" /></formLibraries>' : ""}</form>`;

const anyContainers = fc.record<Containers>({
  events: fc.constantFrom(...(Object.keys(eventsXml) as Containers["events"][])),
  formLibraries: fc.boolean(),
  controlDescriptions: fc.boolean(),
});

const source = join(__dirname, "../../../../../Solution/src/Entities");
const opportunityForm = "a837e4a7-01b8-4f82-a475-be9abd67e667";
const diffOf = (table: string, id: string) => {
  const parsed = parseXml("form", readFileSync(join(source, table, `FormXml/main/{${id}}_managed.xml`)));
  const form = parsed.ok ? elementAt(parsed.root, "systemform", "form") : undefined;
  if (!form) throw new Error(`The form of ${table} has no form element.`);
  return form;
};
const root = (xml: string) => {
  const parsed = parseXml("form", xml);
  if (!parsed.ok) throw new Error(parsed.finding.message);
  return parsed.root;
};
const named = (formXml: string, element: string, attribute: string) =>
  descendants(root(formXml), element).map((found) => found.getAttribute(attribute));

describe("our diffs on whatever containers Microsoft's form has", () => {
  const diffs = [diffOf("Opportunity", opportunityForm), diffOf("Lead", "e3b6ddb7-8df0-4410-ac7b-fd32e5053d38")];

  test("fit, bring all that is ours and keep all that was there", () => {
    fc.assert(
      fc.property(anyContainers, fc.constantFrom(...diffs), (containers, diff) => {
        const base = root(baseForm(containers));
        const names = (form: typeof base, element: string, attribute: string) =>
          descendants(form, element).map((found) => found.getAttribute(attribute));
        const all = [
          ["tab", "id"],
          ["Handler", "handlerUniqueId"],
          ["Library", "name"],
          ["controlDescription", "forControl"],
        ] as const;
        const expected = all.map(([element, attribute]) => [
          ...names(base, element, attribute),
          ...names(diff, element, attribute),
        ]);

        expect(mergeFormDiff(base, diff)).toEqual([]);

        const merged = root(new XMLSerializer().serializeToString(base));
        expect(formProblems(merged)).toEqual([]);
        expect(all.map(([element, attribute]) => names(merged, element, attribute).sort())).toEqual(
          expected.map((each) => each.sort()),
        );
        expect(
          descendants(merged, "event").filter((event) => event.getAttribute("application") === "false").length,
        ).toBeLessThan(2);
      }),
    );
  });
});

describe("the managed package in a tenant whose Opportunity form", () => {
  let tenant: GivenTenant;
  afterEach(stopTenants);

  test.each<[string, Containers]>([
    ["has no container at all", { events: "none", formLibraries: false, controlDescriptions: false }],
    ["has every one in use", { events: "onload with a handler", formLibraries: true, controlDescriptions: true }],
  ])("%s", async (_what, containers) => {
    tenant = await givenTenant();
    const formXml = baseForm(containers);
    await tenant.transactions.inTransaction(async () => {
      const layer = { solution: "FirstParty", order: 2, formXml };
      await saveFormLayer(tenant.rows, opportunityForm, "Opportunity", layer);
      await tenant.rows.save("systemform", opportunityForm, { formxml: formXml });
    });

    const { log } = await tenant.importSolution(readFileSync(builtPackage("managed")));

    expect(log.filter(({ result }) => result === "failed")).toEqual([]);
    const [form] = await tenant.rows.read("systemform", ["formxml"], { formid: opportunityForm });
    const merged = String(form?.formxml);
    expect(named(merged, "tab", "name")).toEqual(["Summary", "tab_cosell"]);
    expect(named(merged, "Handler", "functionName")).toContain("CoSell.OpportunityForm.onLoad");
    expect(merged).toContain("cosell_CoSell.SyncPanel");
    expect(merged.includes("Sales.theirs")).toBe(containers.events === "onload with a handler");
  });

  test("lacks a container that a diff only passes through is told so", () => {
    const layers = [
      {
        solution: "Sales",
        order: 1,
        formXml: baseForm({ events: "none", formLibraries: false, controlDescriptions: false }),
      },
    ];
    const diff = root(
      '<form><formLibraries><Library name="ours.js" libraryUniqueId="{l}" solutionaction="Added" /></formLibraries></form>',
    );

    expect(mergeFormDiff(root(effectiveFormXml(layers)), diff).join()).toContain("no formLibraries");
  });
});
