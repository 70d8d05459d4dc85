import { nameBasedGuid } from "../nameBasedGuid";
import type { SystemRows } from "../rows/SystemRows";
import type { FormLayer } from "./FormLayer";

const table = "msdyn_componentlayer";
const kind = "SystemForm";

/** Order of the layer of unmanaged changes, above every solution. */
export const activeLayerOrder = 1_000_000;

interface StoredForm {
  formxml: string;
}

export async function readFormLayers(rows: SystemRows, formId: string): Promise<FormLayer[]> {
  const stored = await rows.read(table, ["msdyn_solutionname", "msdyn_order", "msdyn_componentjson"], {
    msdyn_componentid: formId,
    msdyn_solutioncomponentname: kind,
  });
  return stored.map((row) => ({
    solution: String(row.msdyn_solutionname),
    order: Number(row.msdyn_order),
    formXml: (JSON.parse(String(row.msdyn_componentjson)) as StoredForm).formxml,
  }));
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
