import { createRecords } from "../records/createRecords";
import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";
import { requireFeature } from "./requireFeature";

/** `context.webAPI`, over the tenant's own Web API. */
export function createWebApi(site: ComponentSite) {
  const { api, directory } = site.session.services;
  return onlySupported("context.webAPI", requireFeature(site, "WebAPI", createRecords(api, directory)));
}
