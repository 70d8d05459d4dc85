import { XMLSerializer } from "@xmldom/xmldom";
import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { FormContent } from "../contents/SolutionContents";
import { mergeForms } from "../forms/mergeForms";
import { effectiveFormXml } from "./effectiveFormXml";
import { activeLayerOrder, isManagedLayer, layerOf, readFormLayers, saveFormLayer } from "./formLayers";
import type { FormLayer } from "./FormLayer";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";
import { isFormDiff } from "../forms/isFormDiff";

/** The `type` column of systemform by the folder name of the form type. */
const typeNumbers: Record<string, number> = {
  dashboard: 0,
  main: 2,
  mobile: 5,
  quick: 6,
  quickCreate: 7,
  dialog: 8,
  powerbi: 10,
  card: 11,
  mainInteractionCentric: 12,
};

const serializer = new XMLSerializer();

/** The form of the solutions as they are next, with what somebody here has made of it before. */
async function withOwnChanges(
  formId: string,
  { rows }: ImportRun,
  { before, next }: Record<"before" | "next", readonly FormLayer[]>,
): Promise<string> {
  const [present] = await rows.read("systemform", ["formxml"], { formid: formId });
  const managed = (layers: readonly FormLayer[]) => effectiveFormXml(layers.filter(isManagedLayer));
  if (present?.formxml === undefined || !before.some(isManagedLayer)) return effectiveFormXml(next);
  const versions = { before: managed(before), present: String(present.formxml), next: managed(next) };
  return mergeForms(versions, { keepsFilled: true });
}

async function applyForm(form: FormContent, run: ImportRun): Promise<void> {
  const { manifest } = run.package;
  const layers = await readFormLayers(run.rows, form.id);
  const solution = layerOf({ managed: manifest.managed, uniqueName: run.installedName });
  const highest = Math.max(0, ...layers.filter((layer) => layer.order < activeLayerOrder).map((layer) => layer.order));
  const order = manifest.managed
    ? (layers.find((layer) => layer.solution === solution)?.order ?? highest + 1)
    : activeLayerOrder;
  const layer = { solution, order, formXml: serializer.serializeToString(form.form) };
  await saveFormLayer(run.rows, form.id, form.name || form.id, layer);
  const others = layers.filter((each) => each.solution !== solution);
  const isNew = layers.length === 0;
  const formXml = manifest.managed
    ? await withOwnChanges(form.id, run, { before: layers, next: [...others, layer] })
    : effectiveFormXml([...others, layer]);
  await run.rows.save("systemform", form.id, { formxml: formXml });
  // A form that belongs to somebody else keeps its name and owner.
  if (isNew || !isFormDiff(form.form)) {
    await run.components.save("systemform", form.id, {
      name: form.name || "Information",
      description: form.description,
      objecttypecode: form.table,
      type: typeNumbers[form.type] ?? 2,
      formactivationstate: form.active ? 1 : 0,
      ...(isNew && solutionValues(run)),
    });
  }
  succeed(
    run,
    `Form "${form.name || form.id}" of ${form.table}`,
    60,
    form.id,
    isFormDiff(form.form) ? "Merged into the form that is there." : "Whole form.",
  );
}

/** Forms of tables, and dashboards, which are forms of none. */
export async function applyForms(run: ImportRun): Promise<void> {
  for (const form of run.contents.tables.flatMap((table) => table.forms)) await applyForm(form, run);
  for (const dashboard of run.contents.dashboards) {
    await applyForm(dashboard, run);
    nameDashboard(dashboard, run.catalogue);
  }
}

/** Names of a table's forms lie with the table; those of dashboards, which have none, with the table of forms itself. */
function nameDashboard({ id, names }: FormContent, catalogue: MetadataCatalogue): void {
  const table = catalogue.table("systemform");
  if (table && names) catalogue.saveTable({ ...table, partNames: { ...table.partNames, [id]: names } });
}
