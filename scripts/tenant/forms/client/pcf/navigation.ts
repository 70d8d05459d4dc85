import type { Services } from "../app/Services";
import { createDialogs } from "../xrm/dialogs";
import { onlySupported } from "../xrm/onlySupported";
import { createOpenForm } from "../xrm/openForm";

/** `context.navigation`. */
export const createNavigation = (services: Services) =>
  onlySupported("context.navigation", { ...createDialogs(services), openForm: createOpenForm(services) });
