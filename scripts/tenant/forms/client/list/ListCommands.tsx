import * as React from "react";
import type { TableMetadata } from "../../../dataverse/metadata";
import { recordAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import { useListScope } from "../commands/useListScope";
import { useSolutionCommands } from "../commands/useSolutionCommands";
import { deleteRows } from "../records/deleteRows";
import { CommandStrip, type Command } from "../shell/CommandStrip";

interface ListCommandsProps {
  services: Services;
  table: TableMetadata;
  selectedIds: ReadonlySet<string>;
  /** Rows were deleted, or are to be read again. */
  onChange: () => void;
  /** Whether a chart stands over the list; null where the table has none. */
  chart: { isShown: boolean; show: (isShown: boolean) => void } | null;
}

/** What can be done with a list and its selected rows. */
export const ListCommands: React.FC<ListCommandsProps> = ({ services, table, selectedIds, onChange, chart }) => {
  const remove = async (): Promise<void> => {
    if (await deleteRows(services, table, selectedIds)) onChange();
  };
  const create = recordAddress({ table: table.logicalName });
  const commands: Command[] = [
    { key: "new", text: "New", icon: "Add", run: () => location.assign(create) },
    { key: "delete", text: "Delete", icon: "Delete", isDisabled: selectedIds.size === 0, run: () => void remove() },
    { key: "refresh", text: "Refresh", icon: "Refresh", run: onChange },
    ...(chart === null
      ? []
      : [
          {
            key: "showChart",
            text: chart.isShown ? "Hide Chart" : "Show Chart",
            icon: "BIDashboard",
            run: () => chart.show(!chart.isShown),
          },
        ]),
  ];
  const ofSolutions = useSolutionCommands(services, "list", useListScope({ table, selectedIds, onChange }));
  return <CommandStrip label="Commands" className="commands" commands={[...commands, ...ofSolutions]} />;
};
