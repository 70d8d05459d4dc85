import { Dropdown } from "@fluentui/react";
import * as React from "react";
import type { FieldProps } from "./FieldProps";

const isNumber = (value: unknown): value is number => typeof value === "number";

/** Several options of a choice. */
export const ChoicesControl: React.FC<FieldProps> = ({ control, column, isDisabled, inputId, onCommit }) => {
  const chosen = Array.isArray(column.value) ? column.value.filter(isNumber) : [];
  return (
    <Dropdown
      multiSelect
      id={inputId}
      ariaLabel={control.label}
      placeholder="---"
      disabled={isDisabled}
      options={(control.options ?? column.metadata.options ?? []).map(({ value, label }) => ({
        key: value,
        text: label,
      }))}
      selectedKeys={chosen}
      onChange={(_event, option) => {
        if (!isNumber(option?.key)) return;
        const others = chosen.filter((value) => value !== option.key);
        onCommit(option.selected === true ? [...others, option.key] : others);
      }}
    />
  );
};
