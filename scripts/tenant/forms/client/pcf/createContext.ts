import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";
import { createEvents } from "./events";
import { createMode } from "./mode";
import { createParameters } from "./parameters";
import { createResources } from "./resources";
import { createUserSettings } from "./userSettings";

type Context = ComponentFramework.Context<Record<string, unknown>>;

/** The context a code component gets with `init` and every `updateView`. */
export function createContext(site: ComponentSite, updatedProperties: string[]): Context {
  return onlySupported("context", {
    parameters: createParameters(site),
    updatedProperties,
    mode: createMode(site),
    events: createEvents(site),
    resources: createResources(site.loaded),
    userSettings: createUserSettings(site.session.services.app.user),
  }) as unknown as Context;
}
