import * as React from "react";
import { formatColumn } from "../pcf/formatColumn";
import type { FieldProps } from "./FieldProps";
import { parseNumber } from "./parseNumber";
import { ValueInput } from "./ValueInput";

const problemId = "tenant-number";

/** Whole, decimal and money columns. What is no number stays in the input and keeps the record from being saved. */
export const NumberControl: React.FC<FieldProps> = ({ control, column, isDisabled, inputId, onCommit }) => {
  const [rejected, setRejected] = React.useState<string | null>(null);
  const commit = (text: string): void => {
    const parsed = parseNumber(text, column.metadata);
    setRejected(parsed.kind === "problem" ? text : null);
    if (parsed.kind === "problem") control.notify({ id: problemId, message: parsed.words, level: "ERROR" });
    else {
      control.clearNotification(problemId);
      onCommit(parsed.value);
    }
  };
  return (
    <ValueInput
      inputId={inputId}
      label={control.label}
      text={rejected ?? formatColumn(column)}
      isDisabled={isDisabled}
      isRequired={column.requiredLevel === "required"}
      onCommit={commit}
    />
  );
};
