import type { BaseForm } from "./BaseForm";
import { accountMainForm } from "./accountMainForm";
import { contactMainForm } from "./contactMainForm";
import { leadMainForm } from "./leadMainForm";
import { opportunityMainForm } from "./opportunityMainForm";
import { opportunityQuickCreateForm } from "./opportunityQuickCreateForm";

/** Every form of an empty environment that has Sales. */
export const baseForms: readonly BaseForm[] = [
  opportunityMainForm,
  opportunityQuickCreateForm,
  accountMainForm,
  contactMainForm,
  leadMainForm,
];
