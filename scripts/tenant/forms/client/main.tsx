import "./styles/main.css";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { parsePage } from "./app/parsePage";
import { publishGlobals } from "./app/publishGlobals";
import type { Services } from "./app/Services";
import { Shell } from "./app/Shell";
import { TenantDirectory } from "./app/TenantDirectory";
import { applyTheme } from "./app/theme";
import { toWords } from "./app/toWords";
import { ControlLibrary } from "./pcf/ControlLibrary";
import { AppFrame } from "./shell/AppFrame";
import { CurrentPage } from "./shell/CurrentPage";
import { Problem } from "./shell/Problem";
import { WebApiClient } from "./webApi/WebApiClient";

async function createServices(): Promise<Services> {
  const directory = new TenantDirectory();
  return {
    directory,
    controls: new ControlLibrary(),
    api: new WebApiClient(),
    shell: new Shell(),
    app: await directory.app(),
  };
}

async function start(): Promise<void> {
  const root = document.getElementById("app");
  applyTheme();
  try {
    const services = await createServices();
    publishGlobals(services);
    const page = parsePage(location.search);
    const table = page.kind === "record" ? page.address.table : page.kind === "list" ? page.table : "";
    ReactDOM.render(
      <AppFrame services={services} currentTable={table}>
        <CurrentPage services={services} page={page} />
      </AppFrame>,
      root,
    );
  } catch (error) {
    ReactDOM.render(<Problem title="The app cannot start" text={toWords(error)} />, root);
  }
}

void start();
