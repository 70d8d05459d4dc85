import { XMLSerializer } from "@xmldom/xmldom";
import { isFormDiff } from "../forms/isFormDiff";
import { mergeFormDiff } from "../forms/mergeFormDiff";
import { parseXml } from "../parseXml";

import type { FormLayer } from "./FormLayer";

const serializer = new XMLSerializer();

/** The form as users see it: the lowest whole form with the diffs above it, where a higher whole form starts afresh. */
export function effectiveFormXml(layers: readonly FormLayer[]): string {
  let formXml = "";
  for (const layer of [...layers].sort((a, b) => a.order - b.order)) {
    const change = parseXml("formxml", layer.formXml);
    if (!change.ok) throw new Error(`The layer of ${layer.solution} is not XML: ${change.finding.message}`);
    if (!isFormDiff(change.root)) {
      formXml = layer.formXml;
      continue;
    }
    const base = parseXml("formxml", formXml);
    if (!base.ok) throw new Error(`The layer of ${layer.solution} changes a form that is not there.`);
    mergeFormDiff(base.root, change.root);
    formXml = serializer.serializeToString(base.root);
  }
  return formXml;
}
