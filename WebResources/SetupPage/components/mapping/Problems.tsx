import * as React from "react";
import type { MappingProblem } from "../../../../Solution/engine/domain/fieldMapping/MappingProblem";

/** What is wrong with rows, and what to do. */
export const Problems = ({ problems }: { problems: readonly MappingProblem[] }): React.ReactElement | null =>
  problems.length === 0 ? null : (
    <ul className="problems">
      {problems.map(({ key, code, words, fix }) => (
        <li key={`${key} ${code}`} data-problem={code}>
          {words} {fix}
        </li>
      ))}
    </ul>
  );
