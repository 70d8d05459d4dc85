import type { PageColumn } from "../page/PageColumn";
import type { PageControl } from "../page/PageControl";
import type { FormSession } from "../session/FormSession";

/** What every plain control of a column gets. */
export interface FieldProps {
  session: FormSession;
  control: PageControl;
  column: PageColumn;
  isDisabled: boolean;
  /** Element id of the input, which the label points to. */
  inputId: string;
  /** Gives the column a value as a person does: OnChange handlers run. */
  onCommit: (value: PageColumn["value"]) => void;
}
