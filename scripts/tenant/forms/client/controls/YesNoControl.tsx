import { Toggle } from "@fluentui/react";
import * as React from "react";
import type { FieldProps } from "./FieldProps";

export const YesNoControl: React.FC<FieldProps> = ({ control, column, isDisabled, inputId, onCommit }) => {
  const labelOf = (value: number): string =>
    column.metadata.options?.find((option) => option.value === value)?.label ?? (value === 1 ? "Yes" : "No");
  return (
    <Toggle
      id={inputId}
      ariaLabel={control.label}
      checked={column.value === true}
      disabled={isDisabled}
      onText={labelOf(1)}
      offText={labelOf(0)}
      onChange={(_event, isOn = false) => onCommit(isOn)}
    />
  );
};
