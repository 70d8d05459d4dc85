import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { ViewDescription } from "../../protocol";

interface ViewPickerProps {
  views: readonly ViewDescription[];
  view: ViewDescription;
  onChoose: (id: string) => void;
}

/** The name of the view, and the others behind it. */
export const ViewPicker: React.FC<ViewPickerProps> = ({ views, view, onChoose }) => (
  <h1 className="view-picker">
    <DefaultButton
      text={view.name}
      className="view-picker-button"
      menuProps={{
        ariaLabel: "Views",
        items: views.map(({ id, name }) => ({
          key: id,
          text: name,
          canCheck: true,
          isChecked: id === view.id,
          onClick: () => onChoose(id),
        })),
      }}
    />
  </h1>
);
