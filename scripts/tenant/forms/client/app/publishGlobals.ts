import * as React from "react";
import * as ReactDOM from "react-dom";
import type { ControlLibrary } from "../pcf/ControlLibrary";
import { createXrm } from "../xrm/createXrm";
import type { Services } from "./Services";

interface PageGlobals {
  FluentUIReact: unknown;
}

/**
 * What bundles of controls find on a page of Dynamics 365: the control registry, and the platform libraries under the names
 * pcf-scripts writes for React 16.14 and Fluent 8.
 */
export function publishLibraries(controls: ControlLibrary): void {
  const { FluentUIReact } = window as unknown as PageGlobals;
  Object.assign(window, {
    ComponentFramework: { registerControl: controls.registerControl },
    Reactv16: React,
    ReactDOMv16: ReactDOM,
    FluentUIReactv8290: FluentUIReact,
    FluentUIReactv81211: FluentUIReact,
  });
}

/** All globals that scripts and bundles find there. */
export function publishGlobals(services: Services): void {
  publishLibraries(services.controls);
  Object.assign(window, { Xrm: createXrm(services) });
}
