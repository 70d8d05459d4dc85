import type { BaseForm } from "./BaseForm";
import { accountMainForm } from "./accountForm";
import { contactMainForm } from "./contactForm";
import { leadMainForm } from "./leadForm";
import { opportunityMainForm, opportunityQuickCreateForm } from "./opportunityForms";

/** Every form of an empty environment that has Sales. */
export const baseForms: readonly BaseForm[] = [
  opportunityMainForm,
  opportunityQuickCreateForm,
  accountMainForm,
  contactMainForm,
  leadMainForm,
];
