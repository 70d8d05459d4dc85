import * as React from "react";
import type { Solution } from "../Solution";

/** What tells two solutions of one name apart. */
export const SolutionFacts = ({ solution: { solutionId, kindLabel } }: { solution: Solution }): React.ReactElement => (
  <span className="cosell-picker-facts">{[solutionId, kindLabel].filter((fact) => fact !== "").join(" · ")}</span>
);
