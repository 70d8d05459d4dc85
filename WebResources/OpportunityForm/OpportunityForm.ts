import { createFormParts, onceForForm } from "../shared/forms/createFormParts";
import { startCoSell } from "./startCoSell";

const parts = createFormParts();

/** OnLoad of the Opportunity main form; takes the execution context as first parameter. */
export const onLoad = onceForForm((form) => startCoSell({ form, ...parts }));
