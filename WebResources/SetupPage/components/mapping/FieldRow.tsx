import * as React from "react";
import type { MappedField } from "../../mapping/Mapping";
import type { SetupClient } from "../../SetupClient";
import { strings } from "../../strings";
import { Button } from "../Button";
import { FieldEditor } from "./FieldEditor";
import { Problems } from "./Problems";

export interface FieldRowProps {
  client: SetupClient;
  field: MappedField;
  /** A deal goes through the map. */
  isTested: boolean;
  onChanged: () => Promise<void>;
}

const text = strings.mapping;

const toText = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return text.empty;
  return typeof value === "string" ? value : JSON.stringify(value);
};

const Tested = ({ test }: Pick<MappedField, "test">): React.ReactElement | null => {
  if (test === null) return null;
  if (!test.counts) return <span>{text.notCounting}</span>;
  const isSame = toText(test.dynamics365) === toText(test.partnerCenter);
  return (
    <>
      {!isSame && <span className="tested">{text.here(toText(test.dynamics365))}</span>}
      <span className="tested">{text.there(toText(test.partnerCenter))}</span>
      {test.roundTrip === "changed" && <span className="tested wrong">{text.back(toText(test.back))}</span>}
    </>
  );
};

/** One field; its editor stands below it while it is open. */
export const FieldRow = ({ client, field, isTested, onChanged }: FieldRowProps): React.ReactElement => {
  const [isOpen, setOpen] = React.useState(false);
  const { row, verdict, problems, test } = field;
  const close = async (hasChanged: boolean): Promise<void> => {
    setOpen(false);
    if (hasChanged) await onChanged();
  };
  return (
    <>
      <tr data-field={row.key} data-verdict={verdict}>
        <th scope="row">
          {row.name === "" ? row.key : row.name}
          <code className="place">{row.path}</code>
        </th>
        <td>
          <code>{row.crmColumn === "" ? text.standardColumn : row.crmColumn}</code>
        </td>
        <td>{row.direction === null ? text.noDirection : text.directions[row.direction]}</td>
        {isTested && (
          <td>
            <Tested test={test} />
          </td>
        )}
        <td>
          {text.verdicts[verdict]}
          <Problems problems={problems} />
        </td>
        <td>
          <Button name="editField" onClick={() => setOpen(!isOpen)}>
            {isOpen ? text.close : text.edit}
          </Button>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={isTested ? 6 : 5}>
            <FieldEditor client={client} row={row} onClose={(hasChanged) => void close(hasChanged)} />
          </td>
        </tr>
      )}
    </>
  );
};
