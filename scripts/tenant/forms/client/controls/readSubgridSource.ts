import type { TableDescription, ViewDescription } from "../../protocol";
import type { SubgridModel } from "../formXml/FormModel";
import type { FormSession } from "../session/FormSession";

/** What a subgrid shows: the table of its rows, the view, and the lookup that ties them to the form's record. */
export interface SubgridSource {
  description: TableDescription;
  view: ViewDescription;
  lookup: string;
}

/** Throws when the form names a view or a relationship the tenant does not have. */
export async function readSubgridSource(
  { services, page }: FormSession,
  { table, viewId, relationship }: SubgridModel,
): Promise<SubgridSource> {
  const [description, views] = await Promise.all([services.directory.table(table), services.directory.views(table)]);
  const view = views.find(({ id }) => id === viewId);
  const child = page.description.children.find(({ schemaName }) => schemaName === relationship);
  if (!view) throw new Error(`The view ${viewId} of this subgrid is not in this tenant.`);
  if (!child) throw new Error(`The relationship "${relationship}" of this subgrid is not in this tenant.`);
  return { description, view, lookup: child.referencingColumn };
}
