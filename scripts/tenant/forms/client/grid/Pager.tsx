import { IconButton } from "@fluentui/react";
import * as React from "react";
import type { LoadedRows } from "./useViewRows";

interface PagerProps {
  page: number;
  pageSize: number;
  loaded: LoadedRows;
  onPage: (page: number) => void;
}

/** Which rows are shown, and the way to the next ones. */
export const Pager: React.FC<PagerProps> = ({
  page,
  pageSize,
  loaded: { rows, totalCount, hasMore, isLoading },
  onPage,
}) => {
  const first = (page - 1) * pageSize + 1;
  return (
    <div className="pager">
      <span role="status">
        {isLoading
          ? "Loading…"
          : rows.length === 0
            ? "0 rows"
            : `${first} - ${first + rows.length - 1} of ${totalCount}`}
      </span>
      <span className="pager-buttons">
        <IconButton
          iconProps={{ iconName: "Back" }}
          ariaLabel="Previous page"
          disabled={page === 1}
          onClick={() => onPage(page - 1)}
        />
        <span>Page {page}</span>
        <IconButton
          iconProps={{ iconName: "Forward" }}
          ariaLabel="Next page"
          disabled={!hasMore}
          onClick={() => onPage(page + 1)}
        />
      </span>
    </div>
  );
};
