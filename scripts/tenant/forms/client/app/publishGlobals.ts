import * as React from "react";
import * as ReactDOM from "react-dom";
import { createXrm } from "../xrm/createXrm";
import type { Services } from "./Services";

interface PageGlobals {
  FluentUIReact: unknown;
}

/**
 * The globals scripts and bundles find on a page of Dynamics 365: `Xrm`, the control registry, and the platform
 * libraries under the names pcf-scripts writes for React 16.14 and Fluent 8.
 */
export function publishGlobals(services: Services): void {
  const { FluentUIReact } = window as unknown as PageGlobals;
  Object.assign(window, {
    Xrm: createXrm(services),
    ComponentFramework: { registerControl: services.controls.registerControl },
    Reactv16: React,
    ReactDOMv16: ReactDOM,
    FluentUIReactv8290: FluentUIReact,
    FluentUIReactv81211: FluentUIReact,
  });
}
