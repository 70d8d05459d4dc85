import type { SolutionManifest } from "../SolutionPackage";
import { nameBasedGuid } from "../nameBasedGuid";
import type { ReadRow, SystemRows } from "../rows/SystemRows";
import type { FormLayer } from "./FormLayer";

const table = "msdyn_componentlayer";
const kind = "SystemForm";

/** Order of the layer of unmanaged changes, above every solution. */
export const activeLayerOrder = 1_000_000;

/** False for the layer of unmanaged changes. */
export const isManagedLayer = ({ order }: FormLayer): boolean => order < activeLayerOrder;

/** Name of the layer a solution writes: managed ones have their own, unmanaged ones share the active one. */
export const layerOf = ({ managed, uniqueName }: Pick<SolutionManifest, "managed" | "uniqueName">): string =>
  managed ? uniqueName : "Active";

interface StoredForm {
  formxml: string;
}

const columns = ["msdyn_componentid", "msdyn_solutionname", "msdyn_order", "msdyn_componentjson"];

const toLayer = (row: ReadRow): FormLayer => ({
  solution: String(row.msdyn_solutionname),
  order: Number(row.msdyn_order),
  formXml: (JSON.parse(String(row.msdyn_componentjson)) as StoredForm).formxml,
});

/** The layers of every form, by form id. */
export async function readAllFormLayers(rows: SystemRows): Promise<Map<string, FormLayer[]>> {
  const layers = new Map<string, FormLayer[]>();
  for (const row of await rows.read(table, columns, { msdyn_solutioncomponentname: kind })) {
    const formId = String(row.msdyn_componentid);
    layers.set(formId, [...(layers.get(formId) ?? []), toLayer(row)]);
  }
  return layers;
}

export async function readFormLayers(rows: SystemRows, formId: string): Promise<FormLayer[]> {
  const stored = await rows.read(table, columns, { msdyn_componentid: formId, msdyn_solutioncomponentname: kind });
  return stored.map(toLayer);
}

export async function saveFormLayer(rows: SystemRows, formId: string, name: string, layer: FormLayer): Promise<void> {
  await rows.save(table, nameBasedGuid(`formlayer:${formId}/${layer.solution}`), {
    msdyn_name: name,
    msdyn_componentid: formId,
    msdyn_solutioncomponentname: kind,
    msdyn_solutionname: layer.solution,
    msdyn_order: layer.order,
    msdyn_componentjson: JSON.stringify({ formxml: layer.formXml } satisfies StoredForm),
  });
}

export async function removeFormLayer(rows: SystemRows, formId: string, solution: string): Promise<void> {
  await rows.deleteWhere(table, {
    msdyn_componentid: formId,
    msdyn_solutioncomponentname: kind,
    msdyn_solutionname: solution,
  });
}
