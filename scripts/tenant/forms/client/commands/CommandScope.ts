import type { FormState } from "../../../solution/commandBar/CommandBar";

/** What the commands of a form or a list are about. */
export interface CommandScope {
  table: string;
  /** The record on the form; null on a list and before the first save. */
  recordId: string | null;
  /** Rows selected in a list. */
  selectedIds: readonly string[];
  /** Form context, or the list; what `PrimaryControl` and `SelectedControl` hand to scripts. */
  control: unknown;
  /** Value of a column as its form has it; undefined where there is none. */
  valueOf: (column: string) => unknown;
  /** None on a list. */
  formState: FormState | null;
}
