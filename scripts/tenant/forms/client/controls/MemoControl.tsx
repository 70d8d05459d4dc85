import * as React from "react";
import type { FieldProps } from "./FieldProps";
import { ValueInput } from "./ValueInput";

export const MemoControl: React.FC<FieldProps> = ({ control, column, isDisabled, inputId, onCommit }) => (
  <ValueInput
    multiline
    autoAdjustHeight
    rows={3}
    inputId={inputId}
    label={control.label}
    text={typeof column.value === "string" ? column.value : ""}
    isDisabled={isDisabled}
    isRequired={column.requiredLevel === "required"}
    maxLength={column.metadata.maxLength}
    onCommit={(text) => onCommit(text === "" ? null : text)}
  />
);
