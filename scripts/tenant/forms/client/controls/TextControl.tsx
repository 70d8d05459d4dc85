import { TextField } from "@fluentui/react";
import * as React from "react";
import type { FieldProps } from "./FieldProps";
import { useDraft } from "./useDraft";

export const TextControl: React.FC<FieldProps> = ({ column, isDisabled, inputId, onCommit }) => {
  const draft = useDraft(String(column.value ?? ""), (text) => onCommit(text === "" ? null : text));
  return (
    <TextField
      id={inputId}
      value={draft.text}
      placeholder="---"
      readOnly={isDisabled}
      maxLength={column.metadata.maxLength}
      onChange={(_event, text = "") => draft.edit(text)}
      onBlur={draft.commit}
    />
  );
};
