/** A solution of the catalogue, and what a row of a deal's solutions says of one. */
export interface Solution {
  name: string;
  /** Partner Center's identifier; empty where a row has none. */
  solutionId: string;
  /** Option value of the kind; null where there is none. */
  kind: number | null;
  kindLabel: string;
  /** Row of the catalogue; null where somebody typed the identifier by hand. */
  detailId: string | null;
}

/** A solution that the deal has. */
export interface ChosenSolution extends Solution {
  rowId: string;
}

/** Whether two are the same solution: by identifier, else by row of the catalogue. */
export const areSame = (one: Solution, other: Solution): boolean =>
  one.solutionId === "" || other.solutionId === ""
    ? one.detailId !== null && one.detailId === other.detailId
    : one.solutionId.toLowerCase() === other.solutionId.toLowerCase();
