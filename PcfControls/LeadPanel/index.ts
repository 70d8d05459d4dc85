import * as React from "react";
import { Panel } from "./components/Panel";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import type { LeadContext, LeadEvents } from "./LeadContext";
import { toProps } from "./toProps";

export class LeadPanel implements ComponentFramework.ReactControl<IInputs, IOutputs, LeadEvents> {
  init(): void {
    // Nothing to prepare: the panel changes no column itself.
  }

  updateView(context: LeadContext): React.ReactElement {
    return React.createElement(Panel, toProps(context));
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // Nothing outlives the React tree.
  }
}
