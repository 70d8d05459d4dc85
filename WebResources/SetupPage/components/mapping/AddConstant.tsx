import * as React from "react";
import { saveRow, toConstantRow } from "../../mapping/Mapping";
import { useRowCheck } from "../../mapping/useRowCheck";
import type { SetupClient } from "../../SetupClient";
import { strings } from "../../strings";
import { Button } from "../Button";
import { TextField } from "../TextField";
import { Problems } from "./Problems";

const text = strings.mapping;

/** Fills a column of the company's own on every record that the connector makes, such as one that is mandatory. */
export const AddConstant = ({
  client,
  onChanged,
}: {
  client: SetupClient;
  onChanged: () => Promise<void>;
}): React.ReactElement => {
  const [column, setColumn] = React.useState("");
  const [value, setValue] = React.useState("");
  const [outcome, setOutcome] = React.useState("");
  const row = column === "" || value === "" ? null : toConstantRow(column, value);
  const { change, words } = useRowCheck(client, row);
  const add = async (): Promise<void> => {
    if (row === null) return;
    setOutcome(strings.saving);
    const refusal = await saveRow(client, row);
    setOutcome(refusal === "" ? text.constantAdded(column) : refusal);
    if (refusal !== "") return;
    setColumn("");
    setValue("");
    await onChanged();
  };
  return (
    <details data-add-constant>
      <summary>
        <span className="group-title">{text.addConstant}</span>
      </summary>
      <div className="by-hand">
        <p>{text.constantIntro}</p>
        <TextField
          name="constantColumn"
          label={text.column}
          value={column}
          hint={text.constantColumnHint}
          onChange={(typed) => setColumn(typed.trim())}
        />
        <TextField
          name="constantValue"
          label={text.constantValue}
          value={value}
          hint={text.constantValueHint}
          onChange={setValue}
        />
        <div role="status" data-status="constant">
          {words}
          <Problems problems={change?.problems ?? []} />
          {outcome}
        </div>
        {change?.kind === "shown" && (
          <p className="actions">
            <Button name="addConstant" isPrimary isBusy={outcome === strings.saving} onClick={() => void add()}>
              {text.add}
            </Button>
          </p>
        )}
      </div>
    </details>
  );
};
