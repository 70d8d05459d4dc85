import type { Services } from "../app/Services";
import { createDialogs, createOpenForm } from "../xrm/navigation";
import { onlySupported } from "../xrm/onlySupported";

/** `context.navigation`. */
export const createNavigation = (services: Services) =>
  onlySupported("context.navigation", { ...createDialogs(services), openForm: createOpenForm(services) });
