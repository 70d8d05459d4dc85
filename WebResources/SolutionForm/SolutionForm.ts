import { fillFromDetail } from "./fillFromDetail";
import { columns } from "../../Solution/engine/domain/schema";

// The platform may run OnLoad again for the same form, as after the first save of a new record.
const started = new WeakSet<Xrm.FormContext>();

/** OnLoad of the form of Microsoft Partner Center Solutions; takes the execution context as first parameter. */
export const onLoad = (executionContext: Xrm.Events.LoadEventContext): void => {
  const form = executionContext.getFormContext();
  if (started.has(form)) return;
  started.add(form);
  const detail = form.getAttribute<Xrm.Attributes.LookupAttribute>(columns.partnerCenterSolution.solutionDetailId);
  detail?.addOnChange(() => {
    // A refresh that brings another row tells of it as of a change; what belongs to it came along.
    if (detail.getIsDirty()) void fillFromDetail(form);
  });
};
