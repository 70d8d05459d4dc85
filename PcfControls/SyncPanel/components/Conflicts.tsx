import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../shared/words";
import type { ConflictDecision } from "../PanelProps";
import type { ConflictRow } from "../toSideRows";

export interface ConflictsProps {
  words: Words;
  conflicts: readonly ConflictRow[];
  /** Null where nobody can decide here: then both values are only shown. */
  onResolve: ((conflictId: string, decision: ConflictDecision) => void) | null;
}

interface ChoiceProps {
  words: Words;
  conflict: ConflictRow;
  decision: ConflictDecision;
  onResolve: ConflictsProps["onResolve"];
}

/** One side's value, and the button that makes it both sides'. */
const Choice = ({ words, conflict, decision, onResolve }: ChoiceProps): React.ReactElement => {
  const value = (decision === "dynamics365" ? conflict.here : conflict.there) || words("Preview_Empty");
  return (
    <td>
      <span>{value}</span>
      {onResolve && (
        <DefaultButton
          className="cosell-quiet"
          aria-label={words(`Conflict_${decision}_What`, conflict.label, value)}
          onClick={() => onResolve(conflict.id, decision)}
        >
          {words(`Conflict_${decision}`)}
        </DefaultButton>
      )}
    </td>
  );
};

/** Fields changed on both sides, with one press to decide each. */
export const Conflicts = ({ words, conflicts, onResolve }: ConflictsProps): React.ReactElement | null => {
  if (conflicts.length === 0) return null;
  return (
    <table className="cosell-differences cosell-conflicts">
      <caption>{words("Conflicts")}</caption>
      <thead>
        <tr>
          <th scope="col">{words("Differences_Field")}</th>
          <th scope="col">{words("Differences_Here")}</th>
          <th scope="col">{words("Differences_There")}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => (
          <tr key={conflict.id}>
            <th scope="row">{conflict.label}</th>
            <Choice words={words} conflict={conflict} decision="dynamics365" onResolve={onResolve} />
            <Choice words={words} conflict={conflict} decision="partnerCenter" onResolve={onResolve} />
          </tr>
        ))}
      </tbody>
    </table>
  );
};
