import * as React from "react";
import type { FieldMappingRow } from "../../../../Solution/engine/domain/fieldMapping/FieldMappingRow";
import type { MappingDirection } from "../../../../Solution/engine/domain/mapping/fieldMap";
import { saveRow, toMappingText } from "../../mapping/Mapping";
import { useRowCheck } from "../../mapping/useRowCheck";
import type { SetupClient } from "../../SetupClient";
import { strings } from "../../strings";
import { Button } from "../Button";
import { TextField } from "../TextField";
import { Problems } from "./Problems";

export interface FieldEditorProps {
  client: SetupClient;
  row: FieldMappingRow;
  onClose: (hasChanged: boolean) => void;
}

const text = strings.mapping;
const directions = Object.keys(text.directions) as MappingDirection[];

interface FieldInputsProps {
  row: FieldMappingRow;
  onChange: (row: FieldMappingRow) => void;
}

const FieldInputs = ({ row, onChange }: FieldInputsProps): React.ReactElement => (
  <>
    <TextField
      name="crmColumn"
      label={text.column}
      value={row.crmColumn}
      hint={text.columnHint}
      onChange={(crmColumn) => onChange({ ...row, crmColumn: crmColumn.trim() })}
    />
    <div className="field">
      <label htmlFor="field-direction">{text.direction}</label>
      <select
        id="field-direction"
        value={row.direction ?? "off"}
        onChange={(event) => onChange({ ...row, direction: event.target.value as MappingDirection })}
      >
        {directions.map((direction) => (
          <option key={direction} value={direction}>
            {text.directions[direction]}
          </option>
        ))}
      </select>
    </div>
    <TextField
      name="defaultValue"
      label={text.defaultValue}
      value={row.defaultValue}
      hint={text.defaultHint}
      onChange={(defaultValue) => onChange({ ...row, defaultValue })}
    />
    <TextField
      name="condition"
      label={text.condition}
      value={row.condition}
      hint={text.conditionHint}
      onChange={(condition) => onChange({ ...row, condition })}
    />
  </>
);

/** Changes a field; what it would do is held against the same rules as when it counts, while it is typed. */
export const FieldEditor = ({ client, row, onClose }: FieldEditorProps): React.ReactElement => {
  const [typed, setTyped] = React.useState(row);
  const [outcome, setOutcome] = React.useState("");
  const isChanged = toMappingText(typed) !== toMappingText(row);
  const { change, words } = useRowCheck(client, isChanged ? typed : null);
  const save = async (): Promise<void> => {
    setOutcome(strings.saving);
    const refusal = await saveRow(client, typed);
    if (refusal === "") onClose(true);
    else setOutcome(refusal);
  };
  const isSaveable = change?.kind === "shown" && change.changes.length > 0;
  return (
    <div className="field-editor" data-editor={row.key}>
      <FieldInputs row={typed} onChange={setTyped} />
      <div role="status" data-status="fieldEditor">
        {isChanged && change === null && words === "" && text.checking}
        {isSaveable && change.problems.length === 0 && text.fits}
        {words}
        <Problems problems={change?.problems ?? []} />
        {outcome}
      </div>
      <p className="actions">
        {isSaveable && (
          <Button name="saveField" isPrimary isBusy={outcome === strings.saving} onClick={() => void save()}>
            {strings.save}
          </Button>
        )}
        <Button name="cancelField" onClick={() => onClose(false)}>
          {text.cancel}
        </Button>
      </p>
    </div>
  );
};
