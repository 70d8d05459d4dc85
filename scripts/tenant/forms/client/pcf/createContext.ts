import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";
import { createClient } from "./client";
import { createDevice } from "./device";
import { createEvents } from "./events";
import { createFactory } from "./factory";
import { createFormatting } from "./formatting";
import { createMode } from "./mode";
import { createNavigation } from "./navigation";
import { createParameters } from "./parameters";
import { createResources } from "./resources";
import { createUserSettings } from "./userSettings";
import { createUtils } from "./utils";
import { createWebApi } from "./webApi";

type Context = ComponentFramework.Context<Record<string, unknown>>;

/** The context a code component gets with `init` and every `updateView`. */
export function createContext(site: ComponentSite, updatedProperties: string[]): Context {
  const { session } = site;
  const { page } = session;
  return onlySupported("context", {
    parameters: createParameters(site),
    updatedProperties,
    client: createClient(),
    device: createDevice(),
    events: createEvents(site),
    factory: createFactory(site),
    formatting: createFormatting(),
    mode: createMode(site),
    navigation: createNavigation(session.services),
    resources: createResources(site),
    userSettings: createUserSettings(session.services.app.user),
    utils: createUtils(site),
    webAPI: createWebApi(site),
    // The platform has this member; its type definitions do not.
    page: {
      entityId: page.id ?? "",
      entityTypeName: page.description.table.logicalName,
      getClientUrl: () => location.origin,
    },
    // Absent unless the environment has the new look switched on.
    fluentDesignLanguage: undefined,
  }) as unknown as Context;
}
