import { DatePicker, TextField } from "@fluentui/react";
import * as React from "react";
import { formatColumn } from "../pcf/formatColumn";
import type { FieldProps } from "./FieldProps";
import { ValueInput } from "./ValueInput";

const twoDigits = (part: number): string => String(part).padStart(2, "0");

const toTimeText = (value: Date | null): string =>
  value ? `${twoDigits(value.getHours())}:${twoDigits(value.getMinutes())}` : "";

function withTime(value: Date, text: string): Date {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return new Date(value.getFullYear(), value.getMonth(), value.getDate(), hours, minutes);
}

/** A date, with a time beside it where the column has one. */
export const DateTimeControl: React.FC<FieldProps> = ({ control, column, isDisabled, inputId, onCommit }) => {
  if (isDisabled)
    return (
      <ValueInput
        inputId={inputId}
        label={control.label}
        text={formatColumn(column)}
        isDisabled
        onCommit={() => undefined}
      />
    );
  const value = column.value instanceof Date ? column.value : null;
  const hasTime = column.metadata.format !== "date";
  return (
    <div className="date-time">
      <DatePicker
        // Null keeps the picker controlled while the column is empty; its types only know undefined, which would not.
        value={value as Date}
        ariaLabel={control.label}
        placeholder="---"
        allowTextInput
        textField={{ id: inputId }}
        formatDate={(date) => date?.toLocaleDateString("en-US") ?? ""}
        parseDateFromString={(text) => (Number.isNaN(Date.parse(text)) ? null : new Date(text))}
        onSelectDate={(date) => onCommit(date ? withTime(date, hasTime ? toTimeText(value) : "") : null)}
      />
      {hasTime && (
        <TextField
          type="time"
          ariaLabel={`Time of ${control.label}`}
          value={toTimeText(value)}
          disabled={value === null}
          onChange={(_event, text = "") => value && onCommit(withTime(value, text))}
        />
      )}
    </div>
  );
};
