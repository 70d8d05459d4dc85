import { Toggle } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../shared/words";

export interface SyncToggleProps {
  words: Words;
  isOn: boolean;
  isReadOnly: boolean;
  onSet: (isOn: boolean) => void;
}

export const SyncToggle = ({ words, isOn, isReadOnly, onSet }: SyncToggleProps): React.ReactElement => (
  <Toggle
    className="cosell-toggle"
    label={words("Toggle_Label")}
    inlineLabel
    onText={words("Toggle_On")}
    offText={words("Toggle_Off")}
    checked={isOn}
    disabled={isReadOnly}
    onChange={(_event, isChecked) => onSet(isChecked === true)}
  />
);
