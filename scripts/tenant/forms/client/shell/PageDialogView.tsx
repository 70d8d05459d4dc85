import { IconButton, Modal } from "@fluentui/react";
import * as React from "react";
import type { PageDialog } from "../app/Shell";

const titleId = "page-dialog-title";

/** A web resource over the page. As in Dynamics 365, its own `window.close()` closes it. */
export const PageDialogView: React.FC<{ dialog: PageDialog }> = ({ dialog }) => {
  const { address, title, width = "80vw", height = "80vh", close } = dialog;
  const takeOver = ({ currentTarget }: React.SyntheticEvent<HTMLIFrameElement>): void => {
    if (currentTarget.contentWindow) currentTarget.contentWindow.close = close;
  };
  return (
    <Modal isOpen isBlocking titleAriaId={titleId} onDismiss={close} containerClassName="page-dialog">
      <div className="page-dialog-top">
        <h2 id={titleId}>{title}</h2>
        <IconButton iconProps={{ iconName: "Cancel" }} ariaLabel="Close" onClick={close} />
      </div>
      <iframe src={address} title={title} style={{ width, height }} data-page-dialog={title} onLoad={takeOver} />
    </Modal>
  );
};
