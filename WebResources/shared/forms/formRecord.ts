import { toId } from "../../../PcfControls/shared/deal/toId";
import { columns } from "../../../Solution/engine/domain/schema";

/** Id of the form's record; null before its first save. */
export const toRecordId = (form: Xrm.FormContext): string | null => toId(form.data.entity.getId());

/** The toggle as it stands on the form; opportunities and leads have it under one name. */
export const isSyncOn = (form: Xrm.FormContext): boolean =>
  form.getAttribute<Xrm.Attributes.BooleanAttribute>(columns.opportunity.syncWithPartnerCenter)?.getValue() === true;
