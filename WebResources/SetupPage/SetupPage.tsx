import * as React from "react";
import * as ReactDOM from "react-dom";
import { Page } from "./components/Page";
import { createSetupClient } from "./createSetupClient";
import { createSignInWindows } from "./createSignInWindows";
import type { SetupContext } from "./SetupContext";

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
  };
};

// A page of the app stands in a frame, and the Client API is its parent's; xrm-webapi looks for it in this window.
const { Xrm: api } = window.parent as unknown as { Xrm: Xrm.XrmStatic };
Object.assign(window, { Xrm: api });
const root = document.getElementById("setup");
ReactDOM.render(<Page context={createContext(api)} />, root);
