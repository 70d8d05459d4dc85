import type { Question } from "../shared/forms/Question";
import type { ReasonRequest } from "../ReasonPage/ReasonRequest";
import type { TaskItem } from "./Task";

/** What commands need of the app around them. Nothing here rejects. */
export interface Platform {
  /** False when cancelled, dismissed or impossible to ask. */
  confirm(question: Question): Promise<boolean>;
  /** Done when it was read. */
  alert(title: string, text: string): Promise<void>;
  /** The chosen reason; null when cancelled. */
  askReason(request: ReasonRequest): Promise<string | null>;
  /** The row of one of these tables that the user chose; null when cancelled. */
  chooseRow<Table extends string>(tables: readonly Table[]): Promise<(TaskItem & { table: Table }) | null>;
  /** Covers the page while something takes its time; null takes it away. */
  showProgress(text: string | null): void;
  openUrl(url: string): void;
  /** Whether the clipboard took it. */
  copy(text: string): Promise<boolean>;
  /** A line above the page that goes away by itself. */
  tell(text: string): void;
}
