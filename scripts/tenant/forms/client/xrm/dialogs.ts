import type { Services } from "../app/Services";

interface DialogStrings {
  title?: string;
  text: string;
  subtitle?: string;
  confirmButtonLabel?: string;
  cancelButtonLabel?: string;
}

interface ErrorOptions {
  message?: string;
  details?: string;
  errorCode?: number;
}

const textsOf = ({ title = "", subtitle = "", text, ...labels }: DialogStrings) => ({
  title,
  text: [subtitle, text].filter((part) => part !== "").join("\n\n"),
  confirmLabel: labels.confirmButtonLabel ?? "OK",
  cancelLabel: labels.cancelButtonLabel ?? "Cancel",
});

/** Dialogs and links, which `Xrm.Navigation` and `context.navigation` share. */
export function createDialogs({ shell }: Services) {
  return {
    openAlertDialog: async (strings: DialogStrings): Promise<void> => {
      await shell.alert(textsOf(strings));
    },
    openConfirmDialog: async (strings: DialogStrings): Promise<{ confirmed: boolean }> => ({
      confirmed: await shell.confirm(textsOf(strings)),
    }),
    openErrorDialog: async ({ message = "", details, errorCode }: ErrorOptions): Promise<void> => {
      const code = errorCode === undefined ? [] : [`Error code: 0x${errorCode.toString(16)}`];
      const more = [...code, ...(details === undefined ? [] : [details])].join("\n");
      await shell.error({ title: "Error", text: message, ...(more !== "" && { details: more }) });
    },
    openUrl: (url: string): void => {
      window.open(url, "_blank", "noopener");
    },
  };
}
