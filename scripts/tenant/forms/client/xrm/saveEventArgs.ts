import type { FormPage } from "../page/FormPage";
import type { WebApiError } from "../webApi/WebApiError";
import { toXrmId } from "./ids";

/** Save modes of the Client API. */
const saveModes = { save: 1, saveandclose: 2, saveandnew: 59 } as const;

/** Event arguments of OnSave handlers. */
export function createSaveEventArgs(mode: keyof typeof saveModes) {
  let isPrevented = false;
  return {
    getSaveMode: () => saveModes[mode],
    isDefaultPrevented: () => isPrevented,
    preventDefault: () => {
      isPrevented = true;
    },
  };
}

/** Event arguments of PostSave handlers; `error` is null when the record was saved. */
export function createPostSaveEventArgs({ id, title, description }: FormPage, error: WebApiError | null) {
  return {
    getIsSaveSuccess: () => error === null,
    getSaveErrorInfo: () => (error ? { errorCode: error.code, message: error.message } : null),
    getEntityReference: () => ({
      entityType: description.table.logicalName,
      id: id === null ? "" : toXrmId(id),
      name: title,
    }),
  };
}
