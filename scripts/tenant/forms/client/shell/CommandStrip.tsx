import { CommandBar, type ICommandBarItemProps } from "@fluentui/react";
import * as React from "react";

/** A button of a command bar. */
export interface Command {
  key: string;
  text: string;
  icon: string;
  isIconOnly?: boolean;
  isDisabled?: boolean;
  run: () => void;
}

/** `data-command` carries the key, for tests. */
const toItem = ({ key, text, icon, isIconOnly = false, isDisabled = false, run }: Command): ICommandBarItemProps => ({
  key,
  ...(!isIconOnly && { text }),
  iconOnly: isIconOnly,
  ariaLabel: text,
  iconProps: { iconName: icon },
  disabled: isDisabled,
  onClick: run,
  "data-command": key,
});

/** The commands over a page. */
export const CommandStrip: React.FC<{ commands: readonly Command[] }> = ({ commands }) => (
  <CommandBar ariaLabel="Commands" className="commands" items={commands.map(toItem)} />
);
