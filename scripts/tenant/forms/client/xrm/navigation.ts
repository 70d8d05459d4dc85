import { listAddress, recordAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import { createDialogs } from "./dialogs";
import { fromXrmId } from "./ids";
import { onlySupported } from "./onlySupported";
import { createOpenForm, toRecordAddress } from "./openForm";

interface PageInput {
  pageType: string;
  entityName: string;
  webresourceName?: string;
  entityId?: string;
  formId?: string;
  viewId?: string;
  /** Column values of a new record; a text for a web resource. */
  data?: Record<string, unknown> | string;
}

interface Length {
  value: number;
  unit: "%" | "px";
}

interface NavigationOptions {
  target?: Target;
  title?: string;
  width?: Length;
  height?: Length;
}

const toCss = ({ value, unit }: Length): string => `${value}${unit === "%" ? "vw" : "px"}`;

/** A page in place of this one, or over it. */
type Target = 1 | 2;

function createNavigateTo({ shell }: Services) {
  return async (input: PageInput, options: NavigationOptions = {}): Promise<unknown> => {
    const { pageType, entityName, viewId, webresourceName, data } = input;
    const { target = 1, title = "", width, height } = options;
    if (pageType === "webresource" && target === 2 && webresourceName !== undefined) {
      const query = typeof data === "string" ? `?${new URLSearchParams({ data }).toString()}` : "";
      const size = { ...(width && { width: toCss(width) }), ...(height && { height: toCss(height) }) };
      await shell.openPage({ address: `/WebResources/${webresourceName}${query}`, title, ...size });
    } else if (pageType === "entityrecord") {
      const record = toRecordAddress({ ...input, ...(typeof data === "object" ? { data } : { data: {} }) });
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
