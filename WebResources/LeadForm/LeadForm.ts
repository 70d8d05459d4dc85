import { createFormParts, onceForForm } from "../shared/forms/createFormParts";
import { startLead } from "./startLead";

const parts = createFormParts();

/** OnLoad of the Lead main form; takes the execution context as first parameter. */
export const onLoad = onceForForm((form) => startLead({ form, ...parts }));
