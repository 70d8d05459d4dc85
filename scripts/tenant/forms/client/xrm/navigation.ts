import { listAddress, recordAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import { createDialogs } from "./dialogs";
import { fromXrmId } from "./ids";
import { onlySupported } from "./onlySupported";
import { createOpenForm, toRecordAddress } from "./openForm";

interface PageInput {
  pageType: string;
  entityName: string;
  entityId?: string;
  formId?: string;
  viewId?: string;
  data?: Record<string, unknown>;
}

/** A page in place of this one, or over it. */
type Target = 1 | 2;

function createNavigateTo({ shell }: Services) {
  return async (input: PageInput, { target = 1 }: { target?: Target } = {}): Promise<unknown> => {
    const { pageType, entityName, viewId } = input;
    if (pageType === "entityrecord") {
      const record = toRecordAddress(input);
      if (target === 2) return { savedEntityReference: await shell.openPanel(record) };
      location.assign(recordAddress(record));
    } else if (pageType === "entitylist" && target === 1) {
      location.assign(listAddress(entityName, viewId === undefined ? undefined : fromXrmId(viewId)));
    } else {
      throw new Error(`navigateTo to a page of type "${pageType}" is not supported by the local tenant.`);
    }
    return undefined;
  };
}

/** `Xrm.Navigation`. */
export const createNavigation = (services: Services) =>
  onlySupported("Xrm.Navigation", {
    ...createDialogs(services),
    openForm: createOpenForm(services),
    navigateTo: createNavigateTo(services),
  });
