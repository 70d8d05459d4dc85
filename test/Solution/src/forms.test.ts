import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { readTables } from "../../../scripts/generate/readTables";
import { descendantsOf, elementsOf, readXml, textOf } from "../../../scripts/pack/xml";
import { baseTables } from "../../../scripts/tenant/baseTables/baseTables";
import { sourceFiles, sourceFolder } from "./sourceFolder";

const systemColumns = ["createdon", "modifiedon", "ownerid", "statecode", "statuscode"];

/** Columns by table: those of Solution/src and those that Dataverse and Sales bring. */
const columnsOfBase = baseTables.map(
  ({ table }) => [table.logicalName, new Set(table.columns.map(({ logicalName }) => logicalName))] as const,
);
const columns = new Map<string, Set<string>>([
  ...columnsOfBase,
  ...readTables(sourceFolder).map((table): [string, Set<string>] => {
    const base = baseTables.find((known) => known.table.logicalName === table.logicalName)?.table.columns ?? [];
    const own = [table.primaryId, ...table.columns.map(({ logicalName }) => logicalName)];
    return [table.logicalName, new Set([...own, ...base.map(({ logicalName }) => logicalName), ...systemColumns])];
  }),
]);
const tableOf = (file: string) => (file.split("/")[1] ?? "").toLowerCase();
const unknown = (file: string, names: (string | null | undefined)[]) =>
  names
    .filter((name): name is string => typeof name === "string" && name !== "")
    .filter((name) => !columns.get(tableOf(file))?.has(name))
    .map((name) => `${file}: ${name}`);

/** What a control on a subgrid is given instead of columns. */
const gridParameters = new Set(["data-set", "TargetEntityType", "ViewId", "RelationshipName"]);

const forms = sourceFiles(/\/FormXml\//);
const attributesOf = (root: Element, element: string, attribute: string) =>
  descendantsOf(root, element).map((found) => found.getAttribute(attribute));

describe("forms", () => {
  it("show only columns that their table has", () => {
    expect(forms.length).toBeGreaterThan(0);
    expect(forms.flatMap(({ file, root }) => unknown(file, attributesOf(root, "control", "datafieldname")))).toEqual(
      [],
    );
  });

  it("bind controls only to columns that their table has", () => {
    const bound = (root: Element) =>
      descendantsOf(root, "customControl")
        .flatMap((control) => descendantsOf(control, "parameters").flatMap((parameters) => elementsOf(parameters)))
        .filter((parameter) => parameter.getAttribute("static") !== "true" && !gridParameters.has(parameter.nodeName))
        .map((parameter) => textOf(parameter, "BindAttribute") ?? parameter.textContent?.trim());

    expect(forms.flatMap(({ root }) => bound(root)).length).toBeGreaterThan(0);
    expect(forms.flatMap(({ file, root }) => unknown(file, bound(root)))).toEqual([]);
  });

  it("of our own tables have a managed twin that shows the same; those of Microsoft's tables are diffs, so managed only", () => {
    const text = (file: string) => readFileSync(join(sourceFolder, file), "utf8");
    const plain = forms.map(({ file }) => file).filter((file) => !file.endsWith("_managed.xml"));
    const diffs = forms.map(({ file }) => file).filter((file) => /^Entities\/(Opportunity|Lead)\//.test(file));

    expect(diffs.map((file) => file.endsWith("_managed.xml"))).toEqual([true, true]);
    expect(plain.length * 2 + diffs.length).toBe(forms.length);
    for (const file of plain) expect(text(file.replace(/\.xml$/, "_managed.xml"))).toBe(text(file));
  });
});

describe("views", () => {
  it("query and show only columns that their table has", () => {
    const views = sourceFiles(/\/SavedQueries\//);
    const named = (root: Element) => [
      ...attributesOf(root, "attribute", "name"),
      ...attributesOf(root, "order", "attribute"),
      ...attributesOf(root, "condition", "attribute"),
      ...attributesOf(root, "cell", "name"),
    ];

    expect(views.length).toBeGreaterThan(0);
    expect(views.flatMap(({ file, root }) => unknown(file, named(root)))).toEqual([]);
  });

  it("show only columns that they also query", () => {
    const hidden = sourceFiles(/\/SavedQueries\//).flatMap(({ file, root }) => {
      const queried = new Set(attributesOf(root, "attribute", "name"));
      return attributesOf(root, "cell", "name")
        .filter((name) => !queried.has(name))
        .map((name) => `${file}: ${name ?? ""}`);
    });
    expect(hidden).toEqual([]);
  });
});

const managedFormOf = (table: string): Element => {
  const [form] = sourceFiles(new RegExp(`/${table}/FormXml/.*_managed\\.xml$`));
  if (!form) throw new Error(`Solution/src has no managed form for ${table}.`);
  return form.root;
};

describe("code components", () => {
  const manifestOf = (name: string) =>
    readXml(join(sourceFolder, "../../PcfControls", name, "ControlManifest.Input.xml"));

  /** Lookups say no type on a form. */
  const typeOnForm = (type: string | null) => (type?.startsWith("Lookup.") ? null : type);

  it.each([
    ["SyncPanel", "Opportunity"],
    ["AuditTrail", "Opportunity"],
    ["AuditTrail", "Lead"],
    ["LeadPanel", "Lead"],
  ])("%s on the form of %s gets every property that its manifest asks for, with the same type", (name, table) => {
    const asked = descendantsOf(manifestOf(name), "property").map((property) => [
      property.getAttribute("name"),
      typeOnForm(property.getAttribute("of-type")),
    ]);
    const placed = descendantsOf(managedFormOf(table), "customControl").filter(
      (control) => control.getAttribute("name") === `cosell_CoSell.${name}`,
    );

    expect(placed.map((control) => control.getAttribute("formFactor"))).toEqual(["0", "1", "2"]);
    for (const control of placed) {
      const given = descendantsOf(control, "parameters")
        .flatMap((parameters) => elementsOf(parameters))
        .map((parameter) => [parameter.nodeName, parameter.getAttribute("type")]);
      expect(given).toEqual(asked);
    }
  });
});

describe("the code component on the subgrid of solutions", () => {
  it("is given the very rows that the subgrid shows", () => {
    const form = managedFormOf("Opportunity");
    const partsOf = (parent: Element) =>
      ["TargetEntityType", "ViewId", "RelationshipName"].map((name) => textOf(parent, name));
    const [grid] = descendantsOf(form, "control").filter(
      (control) => control.getAttribute("id") === "subgrid_solutions",
    );
    const [shown] = grid ? descendantsOf(grid, "parameters") : [];
    const placed = descendantsOf(form, "customControl").filter(
      (control) => control.getAttribute("name") === "cosell_CoSell.SolutionPicker",
    );

    expect(shown && partsOf(shown)).toEqual(expect.arrayContaining(["cosell_partnercentersolution"]));
    expect(placed.map((control) => control.getAttribute("formFactor"))).toEqual(["0", "1", "2"]);
    for (const control of placed) {
      const dataSets = descendantsOf(control, "data-set");
      expect(dataSets.map((dataSet) => dataSet.getAttribute("name"))).toEqual(["solutions"]);
      expect(dataSets.map(partsOf)).toEqual([shown && partsOf(shown)]);
    }
  });
});

describe("bindings of lookups", () => {
  it("have the filter elements that exports give them, in their order", () => {
    const lookups = descendantsOf(managedFormOf("Opportunity"), "BindAttribute").map(({ parentNode }) => parentNode);

    expect(lookups).toHaveLength(6);
    for (const lookup of lookups)
      expect(elementsOf(lookup as Element).map(({ nodeName }) => nodeName)).toEqual([
        "BindAttribute",
        "FilterRelationshipName",
        "DependentAttributeName",
        "DependentAttributeType",
        "AvailableViewIds",
        "AllowFilterOff",
        "DisableQuickFind",
        "DisableViewPicker",
      ]);
  });
});

describe("forms of Sales", () => {
  it("show no obsolete column", () => {
    const shown = attributesOf(managedFormOf("Opportunity"), "control", "datafieldname");
    expect(shown).toContain("cosell_syncstatus");
    expect(shown).not.toContain("cosell_products");
  });

  const filledIn = ["referralidentifier", "referrallink", "microsoftcrmidentifier", "answerdueon", "lastsyncedon"];

  it.each(["Opportunity", "Lead"])("let nobody edit what the connector fills in on %s", (table) => {
    const disabled = descendantsOf(managedFormOf(table), "control")
      .filter((control) => control.getAttribute("disabled") === "true")
      .map((control) => control.getAttribute("datafieldname"));
    expect(disabled).toEqual(filledIn.map((name) => `cosell_${name}`));
  });
});

describe("steps", () => {
  it("listen only to columns that their table has", () => {
    const steps = sourceFiles(/^SdkMessageProcessingSteps\//);
    const unheard = steps.flatMap(({ file, root }) => {
      const known = columns.get(textOf(root, "PrimaryEntity") ?? "");
      return (textOf(root, "FilteringAttributes") ?? "")
        .split(",")
        .filter((name) => name !== "" && !known?.has(name))
        .map((name) => `${file}: ${name}`);
    });
    expect(steps.length).toBe(12);
    expect(unheard).toEqual([]);
  });

  it("never run in a seller's transaction", () => {
    const modes = sourceFiles(/^SdkMessageProcessingSteps\//).map(({ root }) => [
      textOf(root, "Mode"),
      textOf(root, "Stage"),
    ]);
    expect(new Set(modes.map((mode) => mode.join()))).toEqual(new Set(["1,40"]));
  });
});
