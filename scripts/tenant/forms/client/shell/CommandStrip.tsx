import { CommandBarButton, FocusZone, FocusZoneDirection } from "@fluentui/react";
import * as React from "react";

/** A button over a page, a list or a subgrid. */
export interface Command {
  key: string;
  text: string;
  icon: string;
  isIconOnly?: boolean;
  isDisabled?: boolean;
  run: () => void;
}

interface CommandStripProps {
  label: string;
  className: string;
  commands: readonly Command[];
}

/** Commands in a row; arrow keys walk. `data-command` carries the key, for tests. */
export const CommandStrip: React.FC<CommandStripProps> = ({ label, className, commands }) => (
  <FocusZone role="toolbar" aria-label={label} className={className} direction={FocusZoneDirection.horizontal}>
    {commands.map(({ key, text, icon, isIconOnly = false, isDisabled = false, run }) => (
      <CommandBarButton
        key={key}
        data-command={key}
        {...(!isIconOnly && { text })}
        ariaLabel={text}
        iconProps={{ iconName: icon }}
        disabled={isDisabled}
        onClick={run}
      />
    ))}
  </FocusZone>
);
