import * as React from "react";
import { Panel } from "./components/Panel";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { toProps } from "./toProps";

export class SyncPanel implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private notifyOutputChanged: () => void = () => undefined;
  private outputs: IOutputs = {};

  init(_context: ComponentFramework.Context<IInputs>, notifyOutputChanged: () => void): void {
    this.notifyOutputChanged = notifyOutputChanged;
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    return React.createElement(Panel, toProps(context, this.setSync));
  }

  getOutputs(): IOutputs {
    return this.outputs;
  }

  destroy(): void {
    this.notifyOutputChanged = () => undefined;
  }

  private readonly setSync = (isOn: boolean): void => {
    this.outputs = { syncWithPartnerCenter: isOn };
    this.notifyOutputChanged();
  };
}
