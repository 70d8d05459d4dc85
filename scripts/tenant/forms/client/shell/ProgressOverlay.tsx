import { Overlay, Spinner, SpinnerSize } from "@fluentui/react";
import * as React from "react";

/** `Xrm.Utility.showProgressIndicator`. */
export const ProgressOverlay: React.FC<{ message: string }> = ({ message }) => (
  <Overlay className="progress">
    <Spinner size={SpinnerSize.large} label={message} className="progress-card" />
  </Overlay>
);
