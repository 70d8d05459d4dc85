import { Dropdown } from "@fluentui/react";
import * as React from "react";
import type { ChoiceOption } from "../../../dataverse/metadata";
import { formatColumn } from "../pcf/formatColumn";
import type { FieldProps } from "./FieldProps";
import { ValueInput } from "./ValueInput";

const noneKey = "none";

const toOption = ({ value, label }: { value: number; label: string }) => ({ key: value, text: label });

/** Status reasons belong to a state: those of other states are not offered. */
function offeredOptions({ session, control, column }: FieldProps): readonly ChoiceOption[] {
  const state = session.page.columns.get("statecode")?.value;
  const options = control.options ?? column.metadata.options ?? [];
  return options.filter((option) => option.state === undefined || typeof state !== "number" || option.state === state);
}

/** One option of a choice, or none. */
export const ChoiceControl: React.FC<FieldProps> = (field) => {
  const { control, column, isDisabled, inputId, onCommit } = field;
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
  const options = offeredOptions(field).map(toOption);
  const isEmptiable = column.requiredLevel !== "required" && column.metadata.type === "picklist";
  return (
    <Dropdown
      id={inputId}
      ariaLabel={control.label}
      placeholder="--Select--"
      options={isEmptiable ? [{ key: noneKey, text: "--Select--" }, ...options] : options}
      selectedKey={typeof column.value === "number" ? column.value : null}
      onChange={(_event, option) => onCommit(typeof option?.key === "number" ? option.key : null)}
    />
  );
};
