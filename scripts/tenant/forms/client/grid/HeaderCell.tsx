import { Icon } from "@fluentui/react";
import * as React from "react";
import type { SortOrder } from "../views/composeFetch";

interface HeaderCellProps {
  column: string;
  title: string;
  /** Pixels. */
  width: number;
  order: SortOrder | null;
  onSort?: (order: SortOrder) => void;
}

/** The title of a column; a button where rows can be sorted by it. */
export const HeaderCell: React.FC<HeaderCellProps> = ({ column, title, width, order, onSort }) => {
  const isSorted = order?.column === column;
  const isDescending = isSorted && order.isDescending;
  const direction = isDescending ? "descending" : "ascending";
  return (
    <th scope="col" style={{ width }} aria-sort={isSorted ? direction : undefined}>
      {onSort ? (
        <button
          type="button"
          className="sort"
          onClick={() => onSort({ column, isDescending: isSorted && !isDescending })}
        >
          {title}
          {isSorted && <Icon iconName={isDescending ? "SortDown" : "SortUp"} />}
        </button>
      ) : (
        title
      )}
    </th>
  );
};
