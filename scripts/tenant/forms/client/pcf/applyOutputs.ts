import { areEqual } from "../page/ColumnValue";
import { assertValue, fromXrmValue } from "../xrm/attributeValue";
import type { ComponentSite } from "./ComponentSite";
import { boundColumn, parameterOf } from "./parameters";

/** Writes what a component put out into the columns it is bound to; a property it does not name is left alone. */
export function applyOutputs(site: ComponentSite, outputs: Record<string, unknown>): void {
  const { session, loaded } = site;
  for (const [name, output] of Object.entries(outputs)) {
    const property = loaded.manifest.properties.find((each) => each.name === name);
    if (!property || property.usage === "input")
      throw new Error(`${loaded.name} puts out "${name}", which its manifest does not declare as bound or output.`);
    const column = boundColumn(site, parameterOf(site, name));
    if (!column) continue;
    assertValue(column.metadata, output);
    const value = fromXrmValue(output);
    if (areEqual(value, column.value)) continue;
    column.set(value);
    session.run(column.onChange, {}, session.formContext.getAttribute(column.name));
  }
}
