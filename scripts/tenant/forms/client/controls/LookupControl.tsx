import { IconButton, Link } from "@fluentui/react";
import * as React from "react";
import { recordAddress } from "../app/addresses";
import { isLookup } from "../page/ColumnValue";
import type { FieldProps } from "./FieldProps";
import { LookupSearchBox } from "./LookupSearchBox";

/** A row of another table: a link to it, or a search for one. */
export const LookupControl: React.FC<FieldProps> = (field) => {
  const { column, control, isDisabled, inputId, onCommit } = field;
  const [row] = isLookup(column.value) ? column.value : [];
  if (!row) return <LookupSearchBox {...field} />;
  return (
    <div className="lookup-value with-action">
      <span className="lookup-pill">
        <Link id={inputId} href={recordAddress({ table: row.entityType, id: row.id })}>
          {row.name || "(No name)"}
        </Link>
        {!isDisabled && (
          <IconButton
            className="lookup-clear"
            iconProps={{ iconName: "Cancel" }}
            ariaLabel={`Remove ${row.name} from ${control.label}`}
            onClick={() => onCommit(null)}
          />
        )}
      </span>
    </div>
  );
};
