import type { Look } from "../shared/Look";
import type { Words } from "../shared/words";
import type { SolutionRows } from "./createRows";
import type { ChosenSolution, Solution } from "./Solution";

export interface PickerProps {
  words: Words;
  look: Look;
  chosen: readonly ChosenSolution[];
  isLoading: boolean;
  /** The platform's words of why the rows could not be read; null when they could. */
  problem: string | null;
  /** There are rows that were not read yet. */
  hasMore: boolean;
  isReadOnly: boolean;
  /** Finds solutions in the catalogue; rejects when it cannot be read. */
  search: (text: string) => Promise<Solution[]>;
  /** Null before the first save of the opportunity. */
  rows: SolutionRows | null;
  actions: {
    open: (solution: ChosenSolution) => void;
    showMore: () => void;
    /** Rows were added or removed. */
    changed: () => void;
  };
}
