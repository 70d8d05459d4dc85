import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import type { ShellDialog } from "../app/Shell";

/** An alert, a question or an error over the page. */
export const ShellDialogView: React.FC<{ dialog: ShellDialog }> = ({ dialog }) => {
  const { kind, title, text, details, confirmLabel, cancelLabel, close } = dialog;
  return (
    <Dialog
      hidden={false}
      minWidth={420}
      dialogContentProps={{ type: DialogType.normal, title }}
      modalProps={{ isBlocking: true }}
      onDismiss={() => close(false)}
    >
      <p className="dialog-text" data-dialog={kind}>
        {text}
      </p>
      {details !== undefined && (
        <details className="dialog-details">
          <summary>Show details</summary>
          <pre>{details}</pre>
        </details>
      )}
      <DialogFooter>
        <PrimaryButton text={confirmLabel} onClick={() => close(true)} />
        {kind === "confirm" && <DefaultButton text={cancelLabel} onClick={() => close(false)} />}
      </DialogFooter>
    </Dialog>
  );
};
