import "./styles/main.css";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { Shell } from "./app/Shell";
import { TenantDirectory } from "./app/TenantDirectory";
import { FormView } from "./form/FormView";
import { ControlLibrary } from "./pcf/ControlLibrary";
import { openRecord } from "./session/openRecord";
import { WebApiClient } from "./webApi/WebApiClient";

interface PlatformGlobals {
  ComponentFramework: { registerControl: ControlLibrary["registerControl"] };
  Reactv16: typeof React;
  ReactDOMv16: typeof ReactDOM;
  FluentUIReact: unknown;
  FluentUIReactv81211: unknown;
}

async function start(): Promise<void> {
  const directory = new TenantDirectory();
  const controls = new ControlLibrary();
  const page = window as unknown as PlatformGlobals;
  Object.assign(page, {
    ComponentFramework: { registerControl: controls.registerControl },
    Reactv16: React,
    ReactDOMv16: ReactDOM,
    FluentUIReactv81211: page.FluentUIReact,
  });
  const services = { directory, controls, api: new WebApiClient(), shell: new Shell(), app: await directory.app() };
  const query = new URLSearchParams(location.search);
  const id = query.get("id");
  const session = await openRecord(services, { table: query.get("etn") ?? "opportunity", ...(id !== null && { id }) });
  ReactDOM.render(<FormView session={session} />, document.getElementById("app"));
}

void start();
