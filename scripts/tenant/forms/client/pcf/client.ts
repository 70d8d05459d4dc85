import { onlySupported } from "../xrm/onlySupported";

/** `context.client`: a browser on a computer, online. */
export const createClient = () =>
  onlySupported("context.client", {
    disableScroll: false,
    getClient: () => "Web",
    getFormFactor: () => 1,
    isOffline: () => false,
    isNetworkAvailable: () => navigator.onLine,
  });
