import * as React from "react";
import { Picker } from "./components/Picker";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import type { PickerContext } from "./PickerContext";
import { toProps } from "./toProps";

// The platform's own subgrid shows four rows; a deal has few solutions, and nobody wants to turn pages for the fifth.
const pageSize = 50;

export class SolutionPicker implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(context: PickerContext): void {
    context.parameters.solutions.paging.setPageSize(pageSize);
  }

  updateView(context: PickerContext): React.ReactElement {
    return React.createElement(Picker, toProps(context));
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // Nothing outlives the React tree.
  }
}
