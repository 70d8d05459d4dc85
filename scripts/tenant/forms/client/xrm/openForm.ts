import { recordAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import type { RecordAddress } from "../app/addresses";
import { fromXrmId } from "./ids";

interface FormOptions {
  entityName: string;
  entityId?: string;
  formId?: string;
  openInNewWindow?: boolean;
  useQuickCreateForm?: boolean;
}

interface XrmRecord extends Pick<FormOptions, "entityName" | "entityId" | "formId"> {
  /** Column values a new record starts with. */
  data?: Record<string, unknown>;
}

const optionNames = new Set(["entityName", "entityId", "formId", "openInNewWindow", "useQuickCreateForm"]);

/** A record as scripts name it; an empty id is that of a new one. */
export const toRecordAddress = ({ entityName, entityId, formId, data = {} }: XrmRecord): RecordAddress => ({
  table: entityName,
  defaults: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)])),
  ...(entityId && { id: fromXrmId(entityId) }),
  ...(formId && { formId: fromXrmId(formId) }),
});

/** `openForm` of `Xrm.Navigation` and `context.navigation`. Quick creation shows the main form in a panel. */
export function createOpenForm({ shell }: Services) {
  return async (options: FormOptions, data?: Record<string, unknown>) => {
    const unknown = Object.keys(options).find((name) => !optionNames.has(name));
    if (unknown !== undefined) throw new Error(`openForm with ${unknown} is not supported by the local tenant.`);
    const record = toRecordAddress({ ...options, ...(data && { data }) });
    if (options.useQuickCreateForm === true) return { savedEntityReference: await shell.openPanel(record) };
    const address = recordAddress(record);
    if (options.openInNewWindow === true) window.open(address, "_blank", "noopener");
    else location.assign(address);
    return { savedEntityReference: [] };
  };
}
