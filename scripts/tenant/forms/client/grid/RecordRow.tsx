import { Checkbox } from "@fluentui/react";
import * as React from "react";
import type { TableDescription } from "../../protocol";
import type { ViewCell } from "../views/parseLayout";
import { textAt } from "../webApi/textAt";
import type { WebApiRow } from "../webApi/WebApiClient";
import { RecordCell } from "./RecordCell";

interface RecordRowProps {
  description: TableDescription;
  cells: readonly ViewCell[];
  row: WebApiRow;
  isSelected: boolean;
  onToggle: (id: string) => void;
  onOpen?: (id: string) => void;
}

export const RecordRow: React.FC<RecordRowProps> = ({ description, cells, row, isSelected, onToggle, onOpen }) => {
  const { primaryId, primaryName } = description.table;
  const id = textAt(row, primaryId);
  return (
    <tr data-row={id} className={isSelected ? "selected" : undefined}>
      <td className="select">
        <Checkbox
          ariaLabel={`Select ${textAt(row, primaryName) || id}`}
          checked={isSelected}
          onChange={() => onToggle(id)}
        />
      </td>
      {cells.map((cell) => (
        <RecordCell key={cell.name} description={description} cell={cell} row={row} {...(onOpen && { onOpen })} />
      ))}
    </tr>
  );
};
