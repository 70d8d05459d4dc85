import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../words";
import type { ConflictDecision } from "../Decision";
import type { ConflictRow } from "../toSideRows";
import { SideRow, SideTable } from "./SideTable";

export interface ConflictsProps {
  words: Words;
  conflicts: readonly ConflictRow[];
  /** Null where nobody can decide here: then both values are only shown. */
  onResolve: ((conflictId: string, decision: ConflictDecision) => void) | null;
}

interface ChoiceProps {
  words: Words;
  conflict: ConflictRow;
  decision: "dynamics365" | "partnerCenter";
  onResolve: NonNullable<ConflictsProps["onResolve"]>;
}

const valueOf = ({ words, conflict, decision }: Omit<ChoiceProps, "onResolve">): string =>
  (decision === "dynamics365" ? conflict.here : conflict.there) || words("Preview_Empty");

/** The button that makes one side's value both sides'. */
const Choice = (props: ChoiceProps): React.ReactElement => {
  const { words, conflict, decision, onResolve } = props;
  return (
    <DefaultButton
      aria-label={words(`Conflict_${decision}_What`, conflict.label, valueOf(props))}
      onClick={() => onResolve(conflict.id, decision)}
    >
      {words(`Conflict_${decision}`)}
    </DefaultButton>
  );
};

/** Fields changed on both sides, with one press to decide each. */
export const Conflicts = ({ words, conflicts, onResolve }: ConflictsProps): React.ReactElement | null => {
  if (conflicts.length === 0) return null;
  return (
    <SideTable words={words} caption={words("Conflicts")}>
      {conflicts.map((conflict) => (
        <SideRow
          key={conflict.id}
          label={conflict.label}
          here={<bdi>{valueOf({ words, conflict, decision: "dynamics365" })}</bdi>}
          there={<bdi>{valueOf({ words, conflict, decision: "partnerCenter" })}</bdi>}
          actions={
            onResolve && {
              here: <Choice {...{ words, conflict, onResolve }} decision="dynamics365" />,
              there: <Choice {...{ words, conflict, onResolve }} decision="partnerCenter" />,
            }
          }
        />
      ))}
    </SideTable>
  );
};
