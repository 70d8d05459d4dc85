import * as React from "react";
import type { Words } from "../../shared/words";
import { toWhereabouts, type WhereaboutsFacts } from "../toWhereabouts";
import { Note } from "../../shared/deal/components/Note";

export interface VisibilityNoteProps extends WhereaboutsFacts {
  words: Words;
}

/** Whether the opportunity is in Partner Center, and who sees it there. */
export const VisibilityNote = ({ words, ...facts }: VisibilityNoteProps): React.ReactElement | null => {
  const whereabouts = toWhereabouts(facts);
  if (whereabouts === null) return null;
  return (
    <div className="cosell-whereabouts">
      <Note icon={whereabouts.isForMicrosoft ? "eye" : "lock"}>{words(`Visibility_${whereabouts.name}`)}</Note>
    </div>
  );
};
