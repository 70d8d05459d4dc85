import type { CallResult } from "../shared/forms/DataClient";
import type { Notice } from "../shared/forms/Notices";

/** A row that something is done with. */
export interface TaskItem {
  id: string;
  name: string;
}

/** What came of it for one row. */
export interface TaskOutcome {
  isDone: boolean;
  /** Null where there is nothing to say. */
  notice: Notice | null;
}

/** Words for one thing and for many. */
export interface TaskWords {
  /** "Accepting" */
  doing: string;
  /** "Accepted" */
  done: string;
  /** Why a row is left out, after "because". */
  leftOut: string;
}

/** Something that is done at the server with one row after the other. */
export interface Task<Item extends TaskItem = TaskItem> {
  words: TaskWords;
  /** Those of the rows with which there is something to do. */
  find(ids: readonly string[]): Promise<CallResult<Item[]>>;
  /** What the user decides for all rows; empty where nothing is asked, null where they changed their mind. */
  ask(items: readonly Item[], leftOut: number): Promise<string | null>;
  carryOut(item: Item, decision: string): Promise<TaskOutcome>;
}
