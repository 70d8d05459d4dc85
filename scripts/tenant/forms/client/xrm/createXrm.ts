import type { Services } from "../app/Services";
import { createApp } from "./app";
import { createNavigation } from "./navigation";
import { onlySupported } from "./onlySupported";
import { createUtility } from "./utility";
import { createWebApi } from "./webApi";

/** The global `Xrm` of the Client API. `Xrm.Page` is gone here as it will be there: handlers get an execution context. */
export const createXrm = (services: Services) =>
  onlySupported("Xrm", {
    App: createApp(services.shell),
    Navigation: createNavigation(services),
    Utility: createUtility(services),
    WebApi: createWebApi(services),
  });
