import * as React from "react";
import { Panel } from "./components/Panel";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import type { PanelContext, PanelEvents } from "./PanelContext";
import { toProps } from "./toProps";

export class SyncPanel implements ComponentFramework.ReactControl<IInputs, IOutputs, PanelEvents> {
  private notifyOutputChanged: () => void = () => undefined;
  private outputs: IOutputs = {};

  init(_context: PanelContext, notifyOutputChanged: () => void): void {
    this.notifyOutputChanged = notifyOutputChanged;
  }

  updateView(context: PanelContext): React.ReactElement {
    return React.createElement(Panel, toProps(context, this.turnOn));
  }

  getOutputs(): IOutputs {
    return this.outputs;
  }

  destroy(): void {
    this.notifyOutputChanged = () => undefined;
  }

  private readonly turnOn = (): void => {
    this.outputs = { syncWithPartnerCenter: true };
    this.notifyOutputChanged();
  };
}
