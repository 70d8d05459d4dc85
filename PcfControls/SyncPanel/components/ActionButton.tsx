import { DefaultButton, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../shared/words";
import type { PanelActions } from "../PanelProps";
import type { PrimaryAction } from "../toPrimaryAction";

export interface ActionButtonProps {
  words: Words;
  action: PrimaryAction;
  actions: PanelActions;
}

const wordsKeys = { goToField: "Action_FixFirst", openReferral: "OpenReferral", turnOn: "Action_TurnOn" } as const;

export const ActionButton = ({ words, action, actions }: ActionButtonProps): React.ReactElement => {
  const act = (): void => {
    if (action.kind === "syncNow") actions.syncNow?.();
    else if (action.kind === "turnOn") actions.turnOn();
    else if (action.kind === "goToField") actions.goToField(action.column);
    else actions.openLink(action.url);
  };
  // Looking elsewhere is never what the panel asks for, so it does not stand out.
  const Button = action.kind === "openReferral" ? DefaultButton : PrimaryButton;
  return <Button onClick={act}>{words(action.kind === "syncNow" ? action.wordsKey : wordsKeys[action.kind])}</Button>;
};
