import type { DealKey } from "../../../PcfControls/shared/deal/DealKey";
import { tables } from "../../../Solution/engine/domain/schema";
import { formValue, rowName, serverText, serverValue, type Comparable } from "./columnValues";
import type { DataClient } from "./DataClient";

/** What the columns held when the server gave them last, by name. */
export type KnownValues = ReadonlyMap<string, Comparable>;

/** A column that was typed over though somebody else has changed it since. */
export interface StaleColumn {
  label: string;
  /** What it holds by now, as forms write it; empty where it holds nothing. */
  now: string;
}

export const rememberValues = (form: Xrm.FormContext): KnownValues =>
  new Map(form.data.entity.attributes.get().map((attribute) => [attribute.getName(), formValue(attribute)]));

const isCompared = (attribute: Xrm.Attributes.Attribute, known: KnownValues): boolean =>
  attribute.getIsDirty() && known.get(attribute.getName()) !== undefined;

/** Columns that were edited on the form and can be compared with the server's. */
export const editedColumns = (form: Xrm.FormContext, known: KnownValues): Xrm.Attributes.Attribute[] =>
  form.data.entity.attributes.get().filter((attribute) => isCompared(attribute, known));

const labelOf = (attribute: Xrm.Attributes.Attribute): string =>
  (attribute.controls.get()[0] as Partial<Xrm.Controls.StandardControl> | undefined)?.getLabel?.() ??
  attribute.getName();

/** Which of the edited columns somebody else has changed since they were read; one request. None where that cannot be found out. */
export const findStaleColumns = async (
  client: DataClient,
  { table, id }: DealKey,
  edited: readonly Xrm.Attributes.Attribute[],
  known: KnownValues,
): Promise<StaleColumn[]> => {
  const { entitySetName, primaryId } = tables[table];
  const query = `$select=${edited.map(rowName).join(",")}&$filter=${primaryId} eq ${id}`;
  const result = await client.retrieveMultiple(entitySetName, query);
  const row = result.kind === "done" ? result.value[0] : undefined;
  if (row === undefined) return [];
  return edited
    .filter((attribute) => {
      const [before, now] = [known.get(attribute.getName()), serverValue(attribute, row)];
      // Whoever types what the other one typed overwrites nothing.
      return now !== undefined && now !== before && now !== formValue(attribute);
    })
    .map((attribute) => ({ label: labelOf(attribute), now: serverText(attribute, row) }));
};
