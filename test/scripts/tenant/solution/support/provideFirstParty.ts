import { type Element, XMLSerializer } from "@xmldom/xmldom";
import { column } from "../../../../../scripts/tenant/baseTables/column";
import { defineTable } from "../../../../../scripts/tenant/baseTables/defineTable";
import type { ColumnMetadata } from "../../../../../scripts/tenant/dataverse/metadata";
import { saveFormLayer } from "../../../../../scripts/tenant/solution/apply/formLayers";
import type { FormContent, SolutionContents } from "../../../../../scripts/tenant/solution/contents/SolutionContents";
import { childElement, childElements, descendants } from "../../../../../scripts/tenant/solution/elements";
import { readContents } from "../../../../../scripts/tenant/solution/contents/readContents";
import { isFormDiff } from "../../../../../scripts/tenant/solution/forms/isFormDiff";
import { nameBasedGuid } from "../../../../../scripts/tenant/solution/nameBasedGuid";
import { readSolutionPackage } from "../../../../../scripts/tenant/solution/readSolutionPackage";
import type { SolutionManifest } from "../../../../../scripts/tenant/solution/SolutionPackage";
import type { GivenTenant } from "../../pipeline/support/givenTenant";
import { Mentions } from "./mentions";

const lookup = (name: string): ColumnMetadata => ({ ...column.text(name, name, 100).column, type: "lookup" });

function provideTables(tenant: GivenTenant, contents: SolutionContents, mentions: Mentions): void {
  const { catalogue } = tenant;
  const brought = new Map(contents.tables.map((table) => [table.logicalName, table]));
  for (const [name, columns] of mentions.tables) {
    const own = brought.get(name);
    if (name === "none" || own?.definition) continue;
    const present = catalogue.table(name);
    const table =
      present ??
      defineTable({
        schemaName: name,
        entitySetName: `${name}s`,
        displayName: name,
        collectionName: name,
        ownership: "organization",
        primaryName: "name",
        columns: [column.text("name", "Name", 100)],
      }).table;
    const known = new Set([
      ...table.columns.map((each) => each.logicalName),
      ...(own?.columns ?? []).map((each) => each.logicalName),
    ]);
    const missing = [...columns]
      .filter((each) => !known.has(each))
      .map((each) => (mentions.lookups.has(`${name}.${each}`) ? lookup(each) : column.text(each, each, 100).column));
    catalogue.saveTable({ ...table, columns: [...table.columns, ...missing] });
  }
  for (const name of contents.tables.flatMap((table) =>
    table.columns.flatMap((each) => (each.options ? [] : (each.optionSetName ?? []))),
  )) {
    const isKnown = [...contents.choices, ...catalogue.choices()].some((choice) => choice.name === name);
    if (!isKnown) catalogue.saveChoice({ name, displayName: name, options: [{ value: 1, label: "One" }] });
  }
}

/** A diff names columns by their index; those before it are there, but it does not speak of them. */
function fillColumns(columns: Element): void {
  for (const named of childElements(columns, "column")) {
    const index = Number(named.getAttribute("id") ?? "0");
    while (childElements(columns, "column").indexOf(named) < index) {
      const before = columns.ownerDocument?.createElement("column") as Element;
      before.appendChild(columns.ownerDocument?.createElement("sections") as Element);
      columns.insertBefore(before, named);
    }
  }
}

/** The form a diff was made from, as far as the diff tells: its path without what it adds. */
async function provideForm({ rows }: GivenTenant, { id, form, table }: FormContent): Promise<void> {
  const base = form.cloneNode(true) as typeof form;
  const all = [base, ...base.getElementsByTagName("*")];
  for (const element of all.filter((each) => each.getAttribute("solutionaction") === "Added"))
    element.parentNode?.removeChild(element);
  for (const element of all) element.removeAttribute("solutionaction");
  for (const columns of descendants(base, "columns")) fillColumns(columns);
  if (!childElement(base, "tabs")) base.appendChild(base.ownerDocument?.createElement("tabs") as typeof form);
  const formXml = new XMLSerializer().serializeToString(base);
  await saveFormLayer(rows, id, "First party", { solution: "FirstParty", order: 2, formXml });
  await rows.save("systemform", id, { name: "First party", objecttypecode: table, type: 2, formxml: formXml });
}

async function provideRows(
  tenant: GivenTenant,
  manifest: SolutionManifest,
  contents: SolutionContents,
  mentions: Mentions,
): Promise<void> {
  const { rows, catalogue } = tenant;
  const own = new Set([
    ...contents.webResources.map((each) => each.name),
    ...contents.controls.map((each) => each.name),
  ]);
  const ownViews = new Set(contents.tables.flatMap((table) => table.views.map((view) => view.id)));
  for (const name of [...mentions.webResources].filter((each) => !own.has(each)))
    await rows.create("webresource", { name, webresourcetype: 3 });
  for (const name of [...mentions.controls].filter((each) => each && !own.has(each)))
    await rows.create("customcontrol", { name });
  for (const id of [...mentions.views].filter((each) => !ownViews.has(each))) {
    await rows.save("savedquery", id, { name: "First party", returnedtypecode: "account", querytype: 0 });
  }
  for (const schemaName of mentions.relationships) {
    const known = [...catalogue.relationships(), ...contents.relationships].some(
      (each) => each.schemaName.toLowerCase() === schemaName.toLowerCase(),
    );
    if (known) continue;
    const relationship = {
      referencingTable: "contact",
      referencingColumn: "parentcustomerid",
      referencingNavigation: schemaName,
    };
    catalogue.saveRelationship({
      schemaName,
      ...relationship,
      referencedTable: "account",
      referencedNavigation: schemaName,
      onDelete: "removeLink",
    });
  }
  for (const { solution } of manifest.missingDependencies) {
    const [uniquename = "", version = "1.0"] = solution?.replace(/[()]/g, "").split(" ") ?? [];
    if (uniquename === "" || uniquename === "Active") continue;
    const row = { uniquename, friendlyname: uniquename, version, publisherid: nameBasedGuid("publisher:microsoft") };
    await rows.save("solution", nameBasedGuid(`solution:${uniquename.toLowerCase()}`), row);
  }
}

/**
 * Gives a tenant what a solution of Microsoft's expects to find: the tables, columns, forms and solutions it names and does not
 * bring. Stand-ins by name only; real ones have much more.
 */
export async function provideFirstParty(tenant: GivenTenant, zipBytes: Uint8Array): Promise<void> {
  const reading = readSolutionPackage(zipBytes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  const { contents } = readContents(reading.package);
  const mentions = new Mentions(contents);
  await tenant.transactions.inTransaction(async () => {
    provideTables(tenant, contents, mentions);
    for (const form of contents.tables.flatMap((table) => table.forms).filter((each) => isFormDiff(each.form)))
      await provideForm(tenant, form);
    await provideRows(tenant, reading.package.manifest, contents, mentions);
  });
}
