import { ActionButton } from "@fluentui/react";
import * as React from "react";
import { Frame } from "../../shared/Frame";
import { Icon } from "../../shared/Icon";
import type { PickerProps } from "../PickerProps";
import { useChosen } from "../useChosen";
import { ChosenList } from "./ChosenList";
import { OutcomeLine } from "./OutcomeLine";
import { SolutionSearch } from "./SolutionSearch";

/** The deal's solutions, and a box that finds more of them in the catalogue. */
export const Picker = (props: PickerProps): React.ReactElement => {
  const { words, look, problem, isLoading, hasMore, isReadOnly, search, rows, actions } = props;
  const chosen = useChosen(props);
  const { shown, adding } = chosen;
  const isEditable = rows !== null && !isReadOnly;
  const isEmpty = shown.length + adding.length === 0;
  return (
    <Frame look={look} className="cosell-picker">
      {rows === null && <p className="cosell-picker-hint">{words("SaveFirst")}</p>}
      {isEditable && (
        <SolutionSearch words={words} search={search} chosen={[...shown, ...adding]} onPick={chosen.add} />
      )}
      {problem !== null && (
        <p className="cosell-picker-problem" role="alert">
          <Icon name="warning" /> {words("RowsUnreadable", problem)}
        </p>
      )}
      <ChosenList
        words={words}
        shown={shown}
        adding={adding}
        isEditable={isEditable}
        onOpen={actions.open}
        onRemove={chosen.remove}
      />
      {rows !== null && isEmpty && problem === null && (
        <p className="cosell-picker-hint">{isLoading ? words("Loading") : words("Empty")}</p>
      )}
      {hasMore && (
        <ActionButton className="cosell-quiet" onClick={actions.showMore}>
          {words("ShowMore")}
        </ActionButton>
      )}
      <OutcomeLine words={words} outcome={chosen.outcome} onAddAgain={chosen.add} />
    </Frame>
  );
};
