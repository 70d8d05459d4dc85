import type { RecordAddress } from "../app/addresses";
import type { FormSession } from "../session/FormSession";
import { deleteRows } from "../records/deleteRows";
import type { SubgridSource } from "./readSubgridSource";

/** What can be done with the rows of a subgrid; `onChange` is told when rows may have changed. */
export function createSubgridActions(
  { services, page }: FormSession,
  { description, lookup }: SubgridSource,
  onChange: () => void,
) {
  const { table } = description;
  const parent = {
    [lookup]: page.id ?? "",
    [`${lookup}name`]: page.title,
    [`${lookup}type`]: page.description.table.logicalName,
  };

  const openPanel = async (address: RecordAddress): Promise<void> => {
    await services.shell.openPanel(address);
    onChange();
  };
  const remove = async (ids: ReadonlySet<string>): Promise<void> => {
    if (await deleteRows(services, table, ids)) onChange();
  };

  return {
    add: () => void openPanel({ table: table.logicalName, defaults: parent }),
    open: (id: string) => void openPanel({ table: table.logicalName, id }),
    remove: (ids: ReadonlySet<string>) => void remove(ids),
  };
}
