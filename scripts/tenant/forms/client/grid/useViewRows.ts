import * as React from "react";
import type { TableDescription } from "../../protocol";
import { toWords } from "../app/toWords";
import type { Services } from "../app/Services";
import type { FetchAdditions } from "../views/composeFetch";
import { runView, type ViewRows } from "../views/runView";

export interface LoadedRows extends ViewRows {
  isLoading: boolean;
  /** Words of what went wrong; null when nothing did. */
  problem: string | null;
}

const none: LoadedRows = { rows: [], hasMore: false, totalCount: 0, isLoading: true, problem: null };

/** Rows of a view, read again whenever the query or `turn` changes. Until then the earlier rows stay. */
export function useViewRows(
  { api }: Services,
  { table }: TableDescription,
  fetchXml: string,
  additions: FetchAdditions,
  turn: number,
): LoadedRows {
  const [loaded, setLoaded] = React.useState(none);
  // Additions are made anew at every drawing; their text tells whether anything in them changed.
  const key = JSON.stringify(additions);
  React.useEffect(() => {
    let isOutdated = false;
    const tell = (change: Partial<LoadedRows>): void => {
      if (!isOutdated) setLoaded((before) => ({ ...before, ...change }));
    };
    tell({ isLoading: true });
    runView(api, table, fetchXml, JSON.parse(key) as FetchAdditions).then(
      (rows) => tell({ ...rows, isLoading: false, problem: null }),
      (error: unknown) => tell({ rows: [], isLoading: false, problem: toWords(error) }),
    );
    return () => {
      isOutdated = true;
    };
  }, [api, table, fetchXml, key, turn]);
  return loaded;
}
