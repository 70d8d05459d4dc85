import { Link } from "@fluentui/react";
import * as React from "react";
import { recordAddress } from "../app/addresses";
import type { TableDescription } from "../../protocol";
import type { ViewCell } from "../views/parseLayout";
import { toWebApiColumn } from "../views/toWebApiColumn";
import { formattedValue, lookupTable } from "../webApi/annotations";
import type { WebApiRow } from "../webApi/WebApiClient";
import { CellIcon } from "./CellIcon";
import { toCellText } from "./toCellText";

interface RecordCellProps {
  description: TableDescription;
  cell: ViewCell;
  row: WebApiRow;
  onOpen?: (id: string) => void;
}

const CellValue: React.FC<RecordCellProps> = ({ description: { table }, cell, row, onOpen }) => {
  const property = toWebApiColumn(table, cell.name);
  const column = table.columns.find(({ logicalName }) => logicalName === cell.name);
  const text = toCellText(row, property, column);
  const id = String(row[table.primaryId]);
  const target = row[property + lookupTable];
  if (cell.name === table.primaryName)
    return (
      <Link
        className="primary"
        href={recordAddress({ table: table.logicalName, id })}
        onClick={(event) => {
          if (!onOpen) return;
          event.preventDefault();
          onOpen(id);
        }}
      >
        {text || "(No name)"}
      </Link>
    );
  if (typeof target === "string" && text !== "")
    return (
      <Link href={recordAddress({ table: target, id: String(row[property]) })}>
        {String(row[property + formattedValue])}
      </Link>
    );
  if (column?.format === "url" && /^https?:\/\//i.test(text))
    return (
      <Link href={text} target="_blank" rel="noreferrer">
        {text}
      </Link>
    );
  return <>{text}</>;
};

/** One value of a view, with the icon its script gives it. */
export const RecordCell: React.FC<RecordCellProps> = (props) => (
  <td data-column={props.cell.name}>
    <span className="cell">
      {props.cell.imageProvider && (
        <CellIcon provider={props.cell.imageProvider} table={props.description.table} row={props.row} />
      )}
      <CellValue {...props} />
    </span>
  </td>
);
