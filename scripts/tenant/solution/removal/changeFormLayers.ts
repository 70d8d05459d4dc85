import type { FormLayer } from "../apply/FormLayer";
import { effectiveFormXml } from "../apply/effectiveFormXml";
import { isManagedLayer, readFormLayers, removeFormLayer, saveFormLayer } from "../apply/formLayers";
import { mergeForms } from "../forms/mergeForms";
import type { SystemRows } from "../rows/SystemRows";

/** What happens to the layers of a form. */
export interface LayerChange {
  change: (layers: readonly FormLayer[]) => readonly FormLayer[];
  /** Whether a part that solutions take away stays while it holds what somebody here has put into it. */
  keepsFilled: boolean;
}

/** The solution goes. */
export const withoutLayer = (solution: string): LayerChange => ({
  change: (layers) => layers.filter((layer) => layer.solution !== solution),
  keepsFilled: false,
});

/** The layer of the holding solution goes to where that of the solution was. */
export const promotedLayer = (solution: string, holding: string): LayerChange => ({
  change: (layers) => {
    const order = layers.find((layer) => layer.solution === solution)?.order;
    return layers
      .filter((layer) => layer.solution !== solution)
      .map((layer) => (layer.solution === holding ? { ...layer, solution, order: order ?? layer.order } : layer));
  },
  keepsFilled: true,
});

const managedXml = (layers: readonly FormLayer[]): string => effectiveFormXml(layers.filter(isManagedLayer));

/** The form without some of its layers, with what people here have made of it; undefined where no solution has it any more. */
export async function formWithLayers(
  rows: SystemRows,
  formId: string,
  { change, keepsFilled }: LayerChange,
): Promise<{ before: readonly FormLayer[]; next: readonly FormLayer[]; formXml: string | undefined }> {
  const before = await readFormLayers(rows, formId);
  const next = change(before);
  const [row] = await rows.read("systemform", ["formxml"], { formid: formId });
  const becomes = managedXml(next);
  if (row?.formxml === undefined || becomes === "") return { before, next, formXml: undefined };
  const versions = { before: managedXml(before), present: String(row.formxml), next: becomes };
  return { before, next, formXml: mergeForms(versions, { keepsFilled }) };
}

/** Changes which layers a form has. One that no solution has any more is gone. */
export async function changeFormLayers(rows: SystemRows, formId: string, change: LayerChange): Promise<void> {
  const { before, next, formXml } = await formWithLayers(rows, formId, change);
  const kept = formXml === undefined ? [] : next;
  const stays = new Set(kept.map(({ solution }) => solution));
  for (const { solution } of before.filter((layer) => !stays.has(layer.solution)))
    await removeFormLayer(rows, formId, solution);
  if (formXml === undefined) return rows.deleteWhere("systemform", { formid: formId });
  for (const layer of kept.filter((each) => !before.includes(each))) await saveFormLayer(rows, formId, formId, layer);
  await rows.save("systemform", formId, { formxml: formXml });
}
