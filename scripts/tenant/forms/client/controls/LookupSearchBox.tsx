import { Callout, DirectionalHint, TextField } from "@fluentui/react";
import * as React from "react";
import type { FieldProps } from "./FieldProps";
import { LookupSuggestions } from "./LookupSuggestions";
import { useLookupBox } from "./useLookupBox";

const minWidthPx = 260;

/** Search for the row of an empty lookup. */
export const LookupSearchBox: React.FC<FieldProps> = (field) => {
  const { control, column, isDisabled, inputId } = field;
  const anchor = React.useRef<HTMLDivElement>(null);
  const box = useLookupBox(field);
  const listId = `${inputId}-suggestions`;
  const isOpen = box.text !== null && !isDisabled;
  const tables = column.targets.map(({ displayName }) => displayName).join(" or ");
  return (
    <div ref={anchor} className="lookup-search">
      <TextField
        id={inputId}
        role="combobox"
        ariaLabel={control.label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && box.suggestions?.[box.active] ? `${listId}-${box.active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={isDisabled ? "---" : `Look for ${tables}`}
        readOnly={isDisabled}
        value={box.text ?? ""}
        {...(!isDisabled && { iconProps: { iconName: "Search" } })}
        onChange={(_event, typed = "") => box.type(typed)}
        onClick={box.open}
        onKeyDown={box.onKeyDown}
        onBlur={box.close}
      />
      {isOpen && (
        <Callout
          target={anchor}
          isBeakVisible={false}
          calloutWidth={Math.max(anchor.current?.clientWidth ?? 0, minWidthPx)}
          directionalHint={DirectionalHint.bottomLeftEdge}
        >
          <LookupSuggestions
            id={listId}
            label={control.label}
            suggestions={box.suggestions}
            problem={box.problem}
            active={box.active}
            onTake={box.take}
          />
        </Callout>
      )}
    </div>
  );
};
