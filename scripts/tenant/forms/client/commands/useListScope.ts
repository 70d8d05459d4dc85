import * as React from "react";
import type { TableMetadata } from "../../../dataverse/metadata";
import { onlySupported } from "../xrm/onlySupported";
import type { CommandScope } from "./CommandScope";

interface SelectedRows {
  table: TableMetadata;
  selectedIds: ReadonlySet<string>;
  /** Rows are to be read again. */
  onChange: () => void;
}

/** The selected rows, and the list or subgrid as scripts of commands see it; another object whenever other rows are selected. */
export function useListScope({ table, selectedIds, onChange }: SelectedRows): CommandScope {
  const refresh = React.useRef(onChange);
  refresh.current = onChange;
  return React.useMemo(
    () => ({
      table: table.logicalName,
      recordId: null,
      selectedIds: [...selectedIds],
      control: onlySupported("gridControl", {
        getEntityName: () => table.logicalName,
        refresh: () => refresh.current(),
      }),
      valueOf: () => undefined,
      formState: null,
    }),
    [table, selectedIds],
  );
}
