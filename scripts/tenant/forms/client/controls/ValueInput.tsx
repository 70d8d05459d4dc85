import { TextField, type ITextFieldProps } from "@fluentui/react";
import * as React from "react";
import { useDraft } from "./useDraft";

interface ValueInputProps extends Pick<
  ITextFieldProps,
  "multiline" | "rows" | "maxLength" | "type" | "prefix" | "autoAdjustHeight"
> {
  inputId: string;
  label: string;
  text: string;
  isRequired?: boolean;
  isDisabled: boolean;
  /** Words why the text is no value; undefined when it is one. */
  problem?: string;
  onCommit: (text: string) => void;
}

/** A one-line or many-line input; what was typed counts when the person leaves it. */
export const ValueInput: React.FC<ValueInputProps> = ({
  inputId,
  label,
  text,
  isDisabled,
  isRequired = false,
  problem = "",
  onCommit,
  ...rest
}) => {
  const draft = useDraft(text, onCommit);
  return (
    <TextField
      {...rest}
      id={inputId}
      ariaLabel={label}
      aria-required={isRequired}
      value={draft.text}
      placeholder="---"
      readOnly={isDisabled}
      resizable={false}
      errorMessage={problem}
      onChange={(_event, typed = "") => draft.edit(typed)}
      onBlur={draft.commit}
    />
  );
};
