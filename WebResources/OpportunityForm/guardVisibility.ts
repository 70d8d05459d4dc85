import type { Question } from "../shared/forms/Question";
import { choices, columns } from "../../Solution/engine/domain/schema";
import type { Notices } from "../shared/forms/Notices";
import { words } from "../shared/forms/strings";

export interface VisibilityParts {
  form: Xrm.FormContext;
  notices: Notices;
  /** Asks the seller; false when cancelled, dismissed or impossible to ask. */
  ask: (question: Question) => Promise<boolean>;
  /** Whether the referral exists or is about to: only then is visibility final. */
  isShared: () => boolean;
}

const explanationLastsMs = 12_000;
const { howCanMicrosoftHelp, referralVisibility } = columns.opportunity;
const { visible } = choices.referralVisibility;

/**
 * Keeps the one-way street of visibility: Microsoft sellers see a referral only after the seller agreed, and a visible one
 * stays visible. What is not dirty is what the server holds, so nobody is asked about it. While a question is open the columns hold the old values, so no save in between can send the new ones.
 */
export const guardVisibility = ({ form, notices, ask, isShared }: VisibilityParts): void => {
  const visibility = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(referralVisibility);
  const help = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(howCanMicrosoftHelp);
  let acceptedVisibility = visibility?.getValue() ?? null;
  let acceptedHelp = help?.getValue() ?? null;

  const makeVisible = (): void => {
    acceptedVisibility = visible;
    visibility?.setValue(visible);
  };

  const onVisibilityChange = async (): Promise<void> => {
    const wanted = visibility?.getValue() ?? null;
    if (wanted === acceptedVisibility) return;
    if (visibility?.getIsDirty() !== true) {
      acceptedVisibility = wanted;
    } else if (wanted === visible) {
      visibility.setValue(acceptedVisibility);
      if (await ask(words.visibilityQuestion)) makeVisible();
    } else if (acceptedVisibility === visible && isShared()) {
      visibility.setValue(visible);
      notices.show({ level: "INFO", text: words.visibilityIsFinal, lastsMs: explanationLastsMs });
    } else {
      acceptedVisibility = wanted;
    }
  };

  const onHelpChange = async (): Promise<void> => {
    const wanted = help?.getValue() ?? null;
    if (help?.getIsDirty() !== true || wanted === null || acceptedVisibility === visible) {
      acceptedHelp = wanted;
      return;
    }
    help.setValue(acceptedHelp);
    if (!(await ask(words.helpQuestion))) return;
    acceptedHelp = wanted;
    help.setValue(wanted);
    makeVisible();
  };

  visibility?.addOnChange(() => void onVisibilityChange());
  help?.addOnChange(() => void onHelpChange());
  // A refresh brings what the server holds. The platform tells of it as of a change too, but nobody is asked about that.
  form.data.addOnLoad(() => {
    acceptedVisibility = visibility?.getValue() ?? null;
    acceptedHelp = help?.getValue() ?? null;
  });
};
