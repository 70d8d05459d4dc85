import "./styles/main.css";
import { setRTL } from "@fluentui/react";
import * as React from "react";
import * as ReactDOM from "react-dom";
import type { AppDescription, ModelDrivenApp } from "../protocol";
import { appNameOf } from "./app/addresses";
import { setUserLanguage } from "./app/language";
import { parsePage, type AppPage } from "./app/parsePage";
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

/** The app an address names, or the first one. */
function openApp({ apps }: AppDescription, search: string): ModelDrivenApp {
  const name = appNameOf(search);
  return apps.find(({ uniqueName }) => uniqueName === name) ?? apps[0];
}

function targetOf(page: AppPage): string {
  switch (page.kind) {
    case "record":
      return page.address.table;
    case "list":
      return page.table;
    case "dashboard":
      return page.id;
    case "webResource":
      return page.name;
    case "unknown":
      return "";
  }
}

async function start(): Promise<void> {
  const root = document.getElementById("app");
  applyTheme();
  try {
    const services = await createServices();
    setUserLanguage(services.app.language);
    setRTL(services.app.language.isRtl);
    publishGlobals(services);
    const app = openApp(services.app, location.search);
    const page = parsePage(location.search, app.siteMap[0]);
    ReactDOM.render(
      <AppFrame services={services} app={app} current={targetOf(page)}>
        <CurrentPage services={services} page={page} />
      </AppFrame>,
      root,
    );
  } catch (error) {
    ReactDOM.render(<Problem title="The app cannot start" text={toWords(error)} />, root);
  }
}

void start();
