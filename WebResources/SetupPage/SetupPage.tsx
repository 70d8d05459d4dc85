import * as React from "react";
import * as ReactDOM from "react-dom";
import { Page } from "./components/Page";
import { createSetupClient } from "./createSetupClient";
import { createSignInWindows } from "./createSignInWindows";
import { loadLanguage, localeOf } from "../shared/language/loadLanguage";
import { setPageLanguage } from "../shared/language/setPageLanguage";
import type { SetupContext } from "./SetupContext";
import { strings } from "./strings";

const redirectPage = "cosell_/setup/signedIn.html";

const createContext = (xrm: Xrm.XrmStatic): SetupContext => {
  const global = xrm.Utility.getGlobalContext();
  const environment = (global.organizationSettings as { bapEnvironmentId?: string }).bapEnvironmentId ?? "";
  const inEnvironment = (address: (id: string) => string): string => (environment === "" ? "" : address(environment));
  return {
    client: createSetupClient(),
    windows: createSignInWindows(),
    redirectUri: `${global.getClientUrl()}/WebResources/${redirectPage}`,
    addresses: {
      solutions: inEnvironment((id) => `https://make.powerapps.com/environments/${id}/solutions`),
      users: inEnvironment((id) => `https://admin.powerplatform.microsoft.com/environments/environment/${id}/hub`),
    },
    openList: (table) => void xrm.Navigation.navigateTo({ pageType: "entitylist", entityName: table }),
    now: () => new Date(),
    locale: localeOf(global),
  };
};

// A page of the app stands in a frame, and the Client API is its parent's; xrm-webapi looks for it in this window.
const { Xrm: api } = window.parent as unknown as { Xrm: Xrm.XrmStatic };
Object.assign(window, { Xrm: api });
const start = async (): Promise<void> => {
  const context = api.Utility.getGlobalContext();
  await loadLanguage("SetupPage", () => context);
  setPageLanguage(document, context, strings.pageTitle);
  ReactDOM.render(<Page context={createContext(api)} />, document.getElementById("setup"));
};
void start();
