import type { GlobalNotification, Shell } from "../app/Shell";
import { onlySupported } from "./onlySupported";

interface XrmNotification {
  message: string;
  level: GlobalNotification["level"];
  showCloseButton?: boolean;
  action?: { actionLabel?: string; eventHandler?: () => void };
}

/** `Xrm.App`. */
export const createApp = (shell: Shell) =>
  onlySupported("Xrm.App", {
    addGlobalNotification: async ({
      message,
      level,
      showCloseButton = false,
      action,
    }: XrmNotification): Promise<string> =>
      shell.addNotification({
        message,
        level,
        isCloseable: showCloseButton,
        ...(action && { action: { label: action.actionLabel ?? "Details", run: () => action.eventHandler?.() } }),
      }),
    clearGlobalNotification: async (id: string): Promise<void> => shell.clearNotification(id),
  });
