import type { Services } from "../app/Services";
import { listAddress, recordAddress } from "../app/addresses";
import { fromXrmId } from "./ids";
import { onlySupported } from "./onlySupported";

interface DialogStrings {
  title?: string;
  text: string;
  subtitle?: string;
  confirmButtonLabel?: string;
  cancelButtonLabel?: string;
}

interface FormOptions {
  entityName: string;
  entityId?: string;
  openInNewWindow?: boolean;
  useQuickCreateForm?: boolean;
}

interface PageInput {
  pageType: string;
  entityName: string;
  entityId?: string;
  viewId?: string;
  data?: Record<string, string>;
}

const stringsOf = ({
  title = "",
  subtitle = "",
  text,
  confirmButtonLabel = "OK",
  cancelButtonLabel = "Cancel",
}: DialogStrings) => ({
  title,
  text: [subtitle, text].filter((part) => part !== "").join("\n\n"),
  confirmLabel: confirmButtonLabel,
  cancelLabel: cancelButtonLabel,
});

const optionalId = (id: string | undefined): string | undefined =>
  id === undefined || id === "" ? undefined : fromXrmId(id);

/** Dialogs, which code components have as well. */
export function createDialogs({ shell }: Services) {
  return {
    openAlertDialog: async (strings: DialogStrings): Promise<void> => {
      await shell.alert(stringsOf(strings));
    },
    openConfirmDialog: async (strings: DialogStrings): Promise<{ confirmed: boolean }> => ({
      confirmed: await shell.confirm(stringsOf(strings)),
    }),
    openErrorDialog: async ({
      message = "",
      details,
      errorCode,
    }: {
      message?: string;
      details?: string;
      errorCode?: number;
    }): Promise<void> => {
      const code = errorCode === undefined ? [] : [`Error code: 0x${errorCode.toString(16)}`];
      const more = [...code, ...(details === undefined ? [] : [details])].join("\n");
      await shell.error({ title: "Error", text: message, ...(more !== "" && { details: more }) });
    },
    openUrl: (url: string): void => {
      window.open(url, "_blank", "noopener");
    },
  };
}

const defaultsOf = (values: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

export function createOpenForm({ shell }: Services) {
  return async (
    { entityName, entityId, openInNewWindow = false, useQuickCreateForm = false }: FormOptions,
    parameters?: Record<string, unknown>,
  ) => {
    const id = optionalId(entityId);
    const defaults = defaultsOf(parameters);
    if (useQuickCreateForm) return { savedEntityReference: await shell.openPanel({ table: entityName, defaults }) };
    const address = recordAddress(entityName, id, defaults);
    if (openInNewWindow) window.open(address, "_blank", "noopener");
    else location.assign(address);
    return { savedEntityReference: [] };
  };
}

/** `Xrm.Navigation`. */
export function createNavigation(services: Services) {
  const navigateTo = async (input: PageInput, { target = 1 }: { target?: number } = {}): Promise<unknown> => {
    const { pageType, entityName, viewId, data = {} } = input;
    const id = optionalId(input.entityId);
    if (pageType === "entitylist") location.assign(listAddress(entityName, optionalId(viewId)));
    else if (pageType !== "entityrecord")
      throw new Error(`Xrm.Navigation.navigateTo to a "${pageType}" is not supported by the local tenant.`);
    else if (target === 1) location.assign(recordAddress(entityName, id, data));
    else
      return {
        savedEntityReference: await services.shell.openPanel({
          table: entityName,
          ...(id !== undefined && { id }),
          defaults: data,
        }),
      };
    return undefined;
  };
  return onlySupported("Xrm.Navigation", {
    ...createDialogs(services),
    openForm: createOpenForm(services),
    navigateTo,
  });
}
