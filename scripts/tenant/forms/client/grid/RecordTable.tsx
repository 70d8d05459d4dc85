import { Checkbox } from "@fluentui/react";
import * as React from "react";
import type { TableDescription } from "../../protocol";
import type { SortOrder } from "../views/composeFetch";
import type { ViewCell } from "../views/parseLayout";
import { textAt } from "../webApi/textAt";
import type { WebApiRow } from "../webApi/WebApiClient";
import { HeaderCell } from "./HeaderCell";
import { RecordRow } from "./RecordRow";

interface RecordTableProps {
  label: string;
  description: TableDescription;
  cells: readonly ViewCell[];
  rows: readonly WebApiRow[];
  selectedIds: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  order: SortOrder | null;
  /** Absent where rows keep the view's own order. */
  onSort?: (order: SortOrder) => void;
  /** Opens a row; a plain link to its form when absent. */
  onOpen?: (id: string) => void;
}

function toggle(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Rows of a view, with a checkbox each. */
export const RecordTable: React.FC<RecordTableProps> = (props) => {
  const { label, description, cells, rows, selectedIds, onSelect, order, onSort, onOpen } = props;
  const { columns, primaryId } = description.table;
  const titleOf = (name: string): string =>
    columns.find(({ logicalName }) => logicalName === name)?.displayName ?? name;
  const ids = rows.map((row) => textAt(row, primaryId));
  const isAllSelected = ids.length > 0 && ids.every((id) => selectedIds.has(id));
  return (
    <table className="records" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="select">
            <Checkbox
              ariaLabel="Select all rows"
              checked={isAllSelected}
              onChange={() => onSelect(new Set(isAllSelected ? [] : ids))}
            />
          </th>
          {cells.map(({ name, width }) => (
            <HeaderCell
              key={name}
              column={name}
              title={titleOf(name)}
              width={width}
              order={order}
              {...(onSort && { onSort })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <RecordRow
            key={ids[index]}
            description={description}
            cells={cells}
            row={row}
            isSelected={selectedIds.has(ids[index] ?? "")}
            onToggle={(id) => onSelect(toggle(selectedIds, id))}
            {...(onOpen && { onOpen })}
          />
        ))}
      </tbody>
    </table>
  );
};
