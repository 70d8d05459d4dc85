import * as React from "react";
import { Icon, type IconName } from "../../Icon";

export interface NoteProps {
  icon: IconName;
  children: React.ReactNode;
}

/** A line of small print with an icon. */
export const Note = ({ icon, children }: NoteProps): React.ReactElement => (
  <p className="cosell-note">
    <Icon name={icon} />
    <span>{children}</span>
  </p>
);
