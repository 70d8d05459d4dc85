import * as React from "react";
import type { Services } from "../app/Services";
import { useSignal } from "../app/useSignal";
import { RecordPanelView } from "../form/RecordPanelView";
import { PageDialogView } from "./PageDialogView";
import { ProgressOverlay } from "./ProgressOverlay";
import { RowPickerView } from "./RowPickerView";
import { ShellDialogView } from "./ShellDialogView";

/** Everything that lies over the page. */
export const ShellLayer: React.FC<{ services: Services }> = ({ services }) => {
  const { shell } = services;
  useSignal(shell.changed);
  return (
    <>
      {shell.panels.map((panel, index) => (
        <RecordPanelView key={index} services={services} panel={panel} />
      ))}
      {shell.pages.map((dialog, index) => (
        <PageDialogView key={index} dialog={dialog} />
      ))}
      {shell.pickers.map((picker, index) => (
        <RowPickerView key={index} services={services} picker={picker} />
      ))}
      {shell.dialogs.map((dialog, index) => (
        <ShellDialogView key={index} dialog={dialog} />
      ))}
      {shell.progress !== null && <ProgressOverlay message={shell.progress} />}
    </>
  );
};
