import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import { effectiveFormXml } from "../apply/effectiveFormXml";
import { layerOf } from "../apply/formLayers";
import type { FormContent, TableContent } from "../contents/SolutionContents";
import { attributeOf, childText, descendants, elementAt, guidOf } from "../elements";
import { formProblems } from "../forms/formProblems";
import { isFormDiff } from "../forms/isFormDiff";
import { mergeFormDiff } from "../forms/mergeFormDiff";
import type { SolutionManifest } from "../SolutionPackage";
import { parseXml } from "../parseXml";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

/** A section of a quick view form shows columns of the table a lookup points to, and tells so in its own parameters. */
function controlProblems(form: FormContent, subject: CheckedImport): string[] {
  const dataSets = descendants(form.form, "data-set").flatMap((dataSet) =>
    rowsProblems(dataSet, `data set "${attributeOf(dataSet, "name") ?? ""}"`, subject),
  );
  const controls = descendants(form.form, "control").flatMap((control) => {
    const column = attributeOf(control, "datafieldname")?.toLowerCase();
    const id = attributeOf(control, "id") ?? "";
    if (!column) return subgridProblems(control, id, subject);
    return subject.schema.hasColumn(form.table, column)
      ? []
      : [`its control "${id}" shows the column ${column}, which ${form.table} does not have`];
  });
  return [...controls, ...dataSets];
}

function subgridProblems(control: Element, id: string, subject: CheckedImport): string[] {
  if (attributeOf(control, "indicationOfSubgrid") !== "true") return [];
  return rowsProblems(elementAt(control, "parameters"), `sub-grid "${id}"`, subject);
}

/** Rows that a sub-grid shows, or that a code component on one is given as a data set. */
export function rowsProblems(
  parameters: Element | undefined,
  what: string,
  { schema, contents, environment }: CheckedImport,
): string[] {
  const table = childText(parameters, "TargetEntityType")?.toLowerCase();
  const relationship = childText(parameters, "RelationshipName");
  const view = guidOf(childText(parameters, "ViewId"));
  const views = new Set([
    ...environment.views,
    ...contents.tables.flatMap((each) => each.views.map(({ id: viewId }) => viewId)),
  ]);
  return [
    // A diff that changes a sub-grid says only what it changes.
    ...(table === undefined || schema.hasTable(table)
      ? []
      : [`its ${what} shows the table ${table}, which does not exist`]),
    ...(relationship === undefined || schema.hasRelationship(relationship)
      ? []
      : [`its ${what} uses the relationship ${relationship}, which does not exist`]),
    ...(view === undefined || views.has(view) || environment.presumes("view", view)
      ? []
      : [`its ${what} uses the view ${view}, which does not exist`]),
  ];
}

function libraryProblems({ form }: FormContent, { contents, environment }: CheckedImport): string[] {
  const resources = new Set([...environment.webResources, ...contents.webResources.map(({ name }) => name)]);
  const libraries = new Set(descendants(form, "Library").map((library) => attributeOf(library, "name") ?? ""));
  // Handlers of first parties sit in InternalHandlers and load on their own.
  const used = descendants(form, "Handlers").flatMap((handlers) =>
    descendants(handlers, "Handler").map((handler) => attributeOf(handler, "libraryName") ?? ""),
  );
  return [
    ...[...new Set([...libraries, ...used])]
      .filter((name) => !resources.has(name) && !environment.presumes("web resource", name))
      .map((name) => `it loads the web resource ${name || "(none)"}, which does not exist`),
  ];
}

function customControlProblems(
  form: Element,
  { contents, environment, package: { manifest } }: CheckedImport,
): string[] {
  const own = `${manifest.publisher.prefix.toLowerCase()}_`;
  // Microsoft's forms have descriptions left over of controls that were taken off.
  const areOthers = (description: Element): boolean =>
    descendants(description, "customControl").every(
      (control) => attributeOf(control, "name")?.toLowerCase().startsWith(own) !== true,
    );
  const controls = new Set([...environment.controls, ...contents.controls.map(({ name }) => name)]);
  const uniqueIds = new Set(
    descendants(form, "control").map((control) => attributeOf(control, "uniqueid")?.toLowerCase() ?? ""),
  );
  return descendants(form, "controlDescription").flatMap((description) => {
    const target = attributeOf(description, "forControl")?.toLowerCase() ?? "";
    const unknown = descendants(description, "customControl")
      .flatMap((control) => attributeOf(control, "name") ?? [])
      .filter((name) => !controls.has(name) && !environment.presumes("control", name));
    return [
      ...(uniqueIds.has(target) || areOthers(description)
        ? []
        : [`a control description is for ${target}, which is no control of the form`]),
      ...[...new Set(unknown)].map((name) => `it shows a column with the control ${name}, which does not exist`),
    ];
  });
}

/** Whole forms stand for themselves; a diff is tried on the form below it, without what an earlier version of it did there. */
function mergeProblems(form: FormContent, { environment, package: { manifest } }: CheckedImport): string[] {
  if (!isFormDiff(form.form)) return [];
  const solution = layerOf(manifest);
  const below = environment.formLayers.get(form.id)?.filter((layer) => layer.solution !== solution) ?? [];
  if (below.length === 0 && environment.presumes("table", form.table)) return [];
  if (below.length === 0) return [`it changes the form ${form.id}, which does not exist`];
  const base = parseXml(file, effectiveFormXml(below));
  if (!base.ok) return [`the installed form ${form.id} cannot be read`];
  const problems = mergeFormDiff(base.root, form.form);
  return problems.length > 0
    ? problems.map((problem) => `it does not fit the form it changes: ${problem}`)
    : formProblems(base.root);
}

const hasOrdinals = (form: Element): boolean =>
  descendants(form, "tab").some((tab) => tab.hasAttribute("ordinalvalue"));

function kindProblems({ form, table }: FormContent, { package: { manifest }, contents }: CheckedImport): string[] {
  // Forms that others have made show a column twice under one id here and there; that is theirs.
  const isOurs = isFormDiff(form) || contents.tables.some((each) => each.logicalName === table && each.definition);
  const ids = descendants(form, "control").map((control) => attributeOf(control, "id")?.toLowerCase());
  const twice = isOurs ? ids.filter((id, index) => ids.indexOf(id) !== index) : [];
  return [...twice.map((id) => `two controls have the id ${id ?? ""}`), ...diffProblems(form, manifest)];
}

/** A table that holds the instances of a business process flow: its forms, which nobody sees, are written by the platform. */
const isFlow = ({ columns }: TableContent): boolean =>
  columns.some(({ logicalName }) => logicalName === "businessprocessflowinstanceid");

/** Managed packages tell changes to forms of others as diffs; in unmanaged ones every form is a whole one. */
function diffProblems(form: Element, manifest: SolutionManifest): string[] {
  if (manifest.managed || !(isFormDiff(form) || hasOrdinals(form))) return [];
  return [
    "it is a diff with solutionaction or ordinalvalue, which only a managed solution can hold; here it would take the place of the whole form",
  ];
}

/** A whole form of a table that is not looked at here carries what any solution put on it. */
const isOthersForm = (form: FormContent, { contents, environment }: CheckedImport): boolean =>
  !isFormDiff(form.form) &&
  environment.presumes("table", form.table) &&
  !contents.tables.some((table) => table.logicalName === form.table && table.definition);

/** Forms: sound FormXml over columns, controls, libraries, views and relationships that exist. */
export const checkForms: Check = (subject) => {
  const judge = (form: FormContent): ImportLogEntry[] => {
    const component = `Form "${form.name || form.id}" (${form.type}) of ${form.table}`;
    const broken = [...formProblems(form.form), ...kindProblems(form, subject)];
    if (form.id === "") broken.push("formid is not a GUID");
    if (broken.length > 0)
      return broken.map((problem) => failed(component, file, "sound FormXml", `The form is broken: ${problem}.`));
    if (isOthersForm(form, subject)) return [];
    const problems = [
      ...controlProblems(form, subject),
      ...libraryProblems(form, subject),
      ...customControlProblems(form.form, subject),
      ...mergeProblems(form, subject),
    ];
    return problems.map((problem) => failed(component, file, "forms use what exists", `In this form ${problem}.`));
  };
  return subject.contents.tables
    .filter((table) => subject.schema.hasTable(table.logicalName) && !isFlow(table))
    .flatMap((table) => table.forms.flatMap(judge));
};
