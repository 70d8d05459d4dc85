import {
  CommandBarButton,
  FocusZone,
  FocusZoneDirection,
  type IContextualMenuItem,
  type IIconProps,
} from "@fluentui/react";
import * as React from "react";

/** A button over a page, a list or a subgrid. */
export interface Command {
  key: string;
  text: string;
  /** Name of an icon of the platform. */
  icon?: string;
  /** Address of a picture in place of such an icon. */
  image?: string;
  /** What it does, in a sentence. */
  title?: string;
  isIconOnly?: boolean;
  isDisabled?: boolean;
  /** Commands that it opens; `run` is not called where there are some. */
  menu?: readonly Command[];
  run: () => void;
}

interface CommandStripProps {
  label: string;
  className: string;
  commands: readonly Command[];
}

const toIcon = ({ icon, image }: Command): IIconProps =>
  image === undefined ? { iconName: icon ?? "" } : { imageProps: { src: image, width: 16, height: 16, alt: "" } };

const toItem = (command: Command): IContextualMenuItem => ({
  key: command.key,
  text: command.text,
  iconProps: toIcon(command),
  ...(command.title !== undefined && { title: command.title }),
  "data-command": command.key,
  onClick: () => command.run(),
});

/** Commands in a row; arrow keys walk. `data-command` carries the key, for tests. */
export const CommandStrip: React.FC<CommandStripProps> = ({ label, className, commands }) => (
  <FocusZone role="toolbar" aria-label={label} className={className} direction={FocusZoneDirection.horizontal}>
    {commands.map((command) => (
      <CommandBarButton
        key={command.key}
        data-command={command.key}
        {...(command.isIconOnly !== true && { text: command.text })}
        {...(command.title !== undefined && { title: command.title })}
        ariaLabel={command.text}
        iconProps={toIcon(command)}
        disabled={command.isDisabled ?? false}
        {...(command.menu ? { menuProps: { items: command.menu.map(toItem) } } : { onClick: command.run })}
      />
    ))}
  </FocusZone>
);
