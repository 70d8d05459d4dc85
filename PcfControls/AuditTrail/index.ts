import * as React from "react";
import { Trail } from "./components/Trail";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { toProps } from "./toProps";

export class AuditTrail implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Nothing to prepare: the trail is drawn from the column's text alone.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    return React.createElement(Trail, toProps(context));
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // Nothing outlives the React tree.
  }
}
